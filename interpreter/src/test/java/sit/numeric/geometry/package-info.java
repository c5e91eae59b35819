/** Transport and distances of spaces against other ways to find them. */
package sit.numeric.geometry;
