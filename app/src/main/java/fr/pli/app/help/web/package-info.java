/** Pages of help and news. */
@org.jspecify.annotations.NullMarked
package fr.pli.app.help.web;
