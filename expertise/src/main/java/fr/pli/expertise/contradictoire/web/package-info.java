@org.jspecify.annotations.NullMarked
package fr.pli.expertise.contradictoire.web;
