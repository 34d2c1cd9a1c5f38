@org.jspecify.annotations.NullMarked
package fr.pli.expertise.search.web;
