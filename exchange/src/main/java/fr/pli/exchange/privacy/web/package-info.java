/** Pages and programming interface of personal data. */
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.privacy.web;
