package sit.numeric.samples;

import java.util.Optional;

/**
 * A number from samples.
 *
 * @param nats the estimate, in nats
 * @param margin half the width of its confidence interval; infinite where none can be given
 * @param samples how many samples it rests on
 * @param local for each sample what it contributes; the mean of these is the estimate
 */
public record Estimate(double nats, double margin, int samples, Optional<double[]> local) {}
