/**
 * Processes on finite alphabets stored as their kernels: entropies of prefixes, rates,
 * trajectories. Kernels come in; numbers with error bounds leave. Imports {@code exact}, {@code
 * limits} and {@code numeric}.
 */
package sit.numeric.process;
