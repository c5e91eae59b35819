package sit.numeric.process;

/**
 * A letter that is asked about, relative to a time.
 *
 * @param process the place of its process
 * @param lag how many steps before the time it is
 * @param inPrefix whether it belongs to a prefix, which begins at time 1 even where the process has
 *     letters before
 */
public record Letter(int process, int lag, boolean inPrefix) {}
