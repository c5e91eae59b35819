/**
 * How long and how large a piece of work may become, where its randomness starts and how it
 * reports. Imports nothing.
 */
package sit.limits;
