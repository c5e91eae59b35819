/** Linear algebra against exact fractions. */
package sit.numeric.linear;
