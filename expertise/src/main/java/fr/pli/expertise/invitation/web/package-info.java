/** The page and the programming interface of parties and participants. */
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.invitation.web;
