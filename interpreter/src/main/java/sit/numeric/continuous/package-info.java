/**
 * Laws with a density: families with their closed forms, quadrature where there is none, channels
 * and sources of Gaussian variables that are filled like vessels with water. Parameters enter,
 * numbers leave, exactly or with their bounds. May import exact, limits and numeric.
 */
package sit.numeric.continuous;
