/** « Carnet d'adresses », and the page on which an expert says what it shows of them. */
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.experts.web;
