/** Version of the product, as its packages state it. */
export const productVersion = '0.1.0';
