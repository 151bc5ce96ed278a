/** Before the tests: engines that a test starts belong to this run. */
export default function startRun() {
  process.env.IIC_TEST_RUN = String(process.pid);
}
