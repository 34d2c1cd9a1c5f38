/** Pages, export and programming interface of the journal. */
@org.jspecify.annotations.NullMarked
package fr.pli.app.audit.web;
