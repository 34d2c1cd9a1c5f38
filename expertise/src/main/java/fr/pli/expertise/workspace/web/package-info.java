/** The page of the workspace. */
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.workspace.web;
