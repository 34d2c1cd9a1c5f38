/** The matrix and the simulator as pages and calls. */
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.rights.web;
