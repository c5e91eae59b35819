/**
 * The pipeline on one screen: a text is parsed, typed, evaluated and answered. What a program or a
 * person talks to.
 */
package sit.session;
