/** The pages of the mail catcher. */
@org.jspecify.annotations.NullMarked
package fr.pli.app.catcher.web;
