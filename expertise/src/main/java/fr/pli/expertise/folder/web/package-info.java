/** Pages and programming interface of folders, deposits, documents and grants. */
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.folder.web;
