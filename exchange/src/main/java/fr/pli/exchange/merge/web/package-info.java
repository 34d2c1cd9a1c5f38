/** « Demander la fusion », and the operators' pages and calls of merges. */
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.merge.web;
