/**
 * Certificates on cards (section C): the door that only signs in, registration, further certificates, their end. Start
 * reading at {@link fr.pli.exchange.certificate.CardReader} and {@link fr.pli.exchange.certificate.CardCheck} for what
 * is believed, {@link fr.pli.exchange.certificate.CardTickets} for the way from one door to the other, {@link
 * fr.pli.exchange.certificate.CertificateRows} for what a person has.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "mail", "account"})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.certificate;
