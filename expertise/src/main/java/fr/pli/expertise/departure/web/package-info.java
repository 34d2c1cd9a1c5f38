/** Pages and calls about departures, of who leaves, whom it concerns, and support. */
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.departure.web;
