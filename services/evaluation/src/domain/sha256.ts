/** Hex SHA-256 of a text's UTF-8 bytes; handed in, so that the domain imports no platform module. */
export type Sha256 = (text: string) => string;
