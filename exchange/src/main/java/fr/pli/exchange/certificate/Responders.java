package fr.pli.exchange.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.springframework.stereotype.Component;

/** Asks an OCSP responder about a certificate (RFC 6960); what it answers is judged elsewhere. */
@Component
class Responders {

    private static final ASN1ObjectIdentifier SHA1 = new ASN1ObjectIdentifier("1.3.14.3.2.26");

    private final RevocationFetch fetch;

    Responders(RevocationFetch fetch) {
        this.fetch = fetch;
    }

    Optional<byte[]> ask(URI responder, X509Certificate certificate, X509Certificate issuer) {
        return fetch.post(responder, "application/ocsp-request", question(certificate, issuer));
    }

    /** SHA-1 names the issuer here, as every responder expects (RFC 5019); it protects nothing. */
    private static byte[] question(X509Certificate certificate, X509Certificate issuer) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            byte[] name = sha1.digest(issuer.getSubjectX500Principal().getEncoded());
            byte[] key = sha1.digest(
                    SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded())
                            .getPublicKeyData()
                            .getBytes());
            var about = new CertID(
                    new AlgorithmIdentifier(SHA1),
                    new DEROctetString(name),
                    new DEROctetString(key),
                    new ASN1Integer(certificate.getSerialNumber()));
            var questions = new DERSequence(new Request(about, null));
            return new OCSPRequest(new TBSRequest(null, questions, (Extensions) null), null).getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
