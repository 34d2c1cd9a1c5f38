/** The pages and the programming interface of designations. */
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.designation.web;
