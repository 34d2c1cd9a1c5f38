/** The page of the programming interface. */
@org.jspecify.annotations.NullMarked
package fr.pli.app.openapi.web;
