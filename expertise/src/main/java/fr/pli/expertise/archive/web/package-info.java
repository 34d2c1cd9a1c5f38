@org.jspecify.annotations.NullMarked
package fr.pli.expertise.archive.web;
