/** The pages and the programming interface of expertises themselves. */
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.dossier.web;
