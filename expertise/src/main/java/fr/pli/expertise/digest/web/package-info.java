@org.jspecify.annotations.NullMarked
package fr.pli.expertise.digest.web;
