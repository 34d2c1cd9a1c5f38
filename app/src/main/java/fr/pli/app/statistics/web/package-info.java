/** Page and programming interface of the statistics. */
@org.jspecify.annotations.NullMarked
package fr.pli.app.statistics.web;
