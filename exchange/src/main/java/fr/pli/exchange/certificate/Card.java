package fr.pli.exchange.certificate;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate that was found valid. Issuer, serial number and fingerprint say which one it is; what its subject says
 * is shown to people and decides nothing.
 *
 * @param issuer SHA-256 of the encoded name of the issuer
 * @param serial lower-case hexadecimal
 * @param fingerprint SHA-256 of the whole
 * @param subject name as RFC 2253 writes it, made printable
 * @param holder name for people: the common name, else the whole subject
 * @param encoded the whole, DER: its revocation is asked about later, too
 */
public record Card(
        byte[] issuer,
        String serial,
        byte[] fingerprint,
        String subject,
        String issuerName,
        String holder,
        Instant validFrom,
        Instant validUntil,
        byte[] encoded) {

    private static final int LONGEST_SERIAL = 64;
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_HOLDER = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    /** @throws fr.pli.exchange.platform.RefusedException with {@link CardRefusal#MALFORMED} for a serial number no authority may give */
    static Card of(X509Certificate certificate) throws GeneralSecurityException {
        String serial = certificate.getSerialNumber().toString(16);
        if (certificate.getSerialNumber().signum() <= 0 || serial.length() > LONGEST_SERIAL) {
            throw CardRefusal.MALFORMED.with();
        }
        X500Principal subject = certificate.getSubjectX500Principal();
        return new Card(
                hash(certificate.getIssuerX500Principal().getEncoded()),
                serial,
                hash(certificate.getEncoded()),
                printable(subject.getName(), LONGEST_NAME),
                printable(certificate.getIssuerX500Principal().getName(), LONGEST_NAME),
                printable(commonName(subject.getName()), LONGEST_HOLDER),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                certificate.getEncoded());
    }

    /** The first common name that is a text; whatever cannot be read is the whole name. */
    private static String commonName(String name) {
        try {
            return new LdapName(name)
                    .getRdns().reversed().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .filter(text -> !text.isBlank())
                            .findFirst()
                            .orElse(name);
        } catch (InvalidNameException unreadable) {
            return name;
        }
    }

    private static String printable(String text, int longest) {
        String clean = UNPRINTABLE.matcher(text).replaceAll("\uFFFD").strip();
        int end = clean.offsetByCodePoints(0, Math.min(longest, clean.codePointCount(0, clean.length())));
        return clean.isEmpty() ? "—" : clean.substring(0, end);
    }

    private static byte[] hash(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
