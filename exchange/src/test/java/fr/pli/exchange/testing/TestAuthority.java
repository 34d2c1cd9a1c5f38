package fr.pli.exchange.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A certification authority of the tests: it issues cards, good and bad, revokes them and answers for them. */
public final class TestAuthority {

    private static final SecureRandom RANDOM = new SecureRandom();

    public final X509Certificate certificate;
    final KeyPair keys;

    private TestAuthority(X509Certificate certificate, KeyPair keys) {
        this.certificate = certificate;
        this.keys = keys;
    }

    /** A root. */
    public static TestAuthority named(String name) {
        KeyPair keys = keys();
        var subject = new X500Name("CN=" + name + ",O=Tests,C=FR");
        Instant now = Instant.now();
        return guarded(() -> {
            var builder = new JcaX509v3CertificateBuilder(
                    subject,
                    serial(),
                    Date.from(now.minus(Duration.ofDays(400))),
                    Date.from(now.plus(Duration.ofDays(4000))),
                    subject,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new TestAuthority(converted(builder, keys), keys);
        });
    }

    /** An authority below this one. */
    public TestAuthority below(String name) {
        Card made = card(name).authority().issue();
        return new TestAuthority(made.certificate(), made.keys());
    }

    /** An authority that is none: somebody signs with the key of their card. */
    public static TestAuthority abusing(Card card) {
        return new TestAuthority(card.certificate(), card.keys());
    }

    /** Begins a card that is good unless something is said. */
    public Order card(String commonName) {
        return new Order(
                this,
                new X500NameBuilder(BCStyle.INSTANCE)
                        .addRDN(BCStyle.C, "FR")
                        .addRDN(BCStyle.O, "Ministère de la Justice")
                        .addRDN(BCStyle.CN, commonName)
                        .build());
    }

    /** A revocation list. */
    public X509CRL list(Instant from, Instant until, X509Certificate... revoked) {
        return guarded(() -> {
            var builder = new JcaX509v2CRLBuilder(certificate, Date.from(from)).setNextUpdate(Date.from(until));
            for (X509Certificate one : revoked) {
                builder.addCRLEntry(one.getSerialNumber(), Date.from(from), CRLReason.keyCompromise);
            }
            return new JcaX509CRLConverter().getCRL(builder.build(signer(keys)));
        });
    }

    /** One that does not say until when it holds. */
    public X509CRL endless() {
        return guarded(() -> new JcaX509CRLConverter()
                .getCRL(new JcaX509v2CRLBuilder(
                                certificate, Date.from(Instant.now().minus(Duration.ofHours(1))))
                        .build(signer(keys))));
    }

    /** One that holds today. */
    public X509CRL list(X509Certificate... revoked) {
        Instant now = Instant.now();
        return list(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(3000)), revoked);
    }

    /**
     * What a responder says.
     *
     * @param status null for good
     * @param signer who signs it
     * @param shown certificates sent along
     */
    public byte[] answer(
            X509Certificate about,
            CertificateStatus status,
            Instant from,
            Instant until,
            Card signer,
            X509Certificate... shown) {
        return guarded(() -> {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var id = new CertificateID(
                    digests.get(CertificateID.HASH_SHA1),
                    new JcaX509CertificateHolder(certificate),
                    about.getSerialNumber());
            var builder = new BasicOCSPRespBuilder(
                    new RespID(new JcaX509CertificateHolder(signer.certificate()).getSubject()));
            builder.addResponse(id, status, Date.from(from), Date.from(until), null);
            var chain = new ArrayList<JcaX509CertificateHolder>();
            for (X509Certificate one : shown) {
                chain.add(new JcaX509CertificateHolder(one));
            }
            var basic = builder.build(
                    signer(signer.keys()), chain.toArray(JcaX509CertificateHolder[]::new), Date.from(from));
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, basic)
                    .getEncoded();
        });
    }

    /** The authority itself, as who signs answers. */
    public Card self() {
        return new Card(certificate, keys, List.of(certificate));
    }

    public Path file(Path folder) {
        return pem(folder.resolve("ca-" + certificate.getSerialNumber().toString(16) + ".pem"), certificate);
    }

    public static Path pem(Path file, X509Certificate certificate) {
        return guarded(() -> Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n"));
    }

    public static Path file(Path file, X509CRL list) {
        return guarded(() -> Files.write(file, list.getEncoded()));
    }

    private static KeyPair keys() {
        return guarded(() -> {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        });
    }

    private static BigInteger serial() {
        return new BigInteger(120, RANDOM).add(BigInteger.ONE);
    }

    private static X509Certificate converted(JcaX509v3CertificateBuilder builder, KeyPair by)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer(by)));
    }

    private static ContentSigner signer(KeyPair by) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate());
    }

    private static <T> T guarded(Making<T> making) {
        try {
            return making.make();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException | OperatorCreationException | OCSPException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private interface Making<T> {
        T make() throws IOException, GeneralSecurityException, OperatorCreationException, OCSPException;
    }

    /** A certificate with its key. @param chain what a card sends */
    public record Card(X509Certificate certificate, KeyPair keys, List<X509Certificate> chain) {}

    /** A card being described. */
    public static final class Order {

        private final TestAuthority authority;
        private X500Name subject;
        private Instant from = Instant.now().minus(Duration.ofDays(1));
        private Instant until = Instant.now().plus(Duration.ofDays(3000));
        private BigInteger serial = serial();
        private List<KeyPurposeId> uses = List.of(KeyPurposeId.id_kp_clientAuth);
        private int keyUsage = KeyUsage.digitalSignature;
        private boolean isAuthority;
        private URI list;
        private URI responder;
        private String policy;
        private KeyPair keys;

        private Order(TestAuthority authority, X500Name subject) {
            this.authority = authority;
            this.subject = subject;
        }

        public Order named(X500Name name) {
            subject = name;
            return this;
        }

        public Order valid(Instant since, Instant end) {
            from = since;
            until = end;
            return this;
        }

        public Order numbered(BigInteger number) {
            serial = number;
            return this;
        }

        /** None: without the extension. */
        public Order usedFor(KeyPurposeId... purposes) {
            uses = List.of(purposes);
            return this;
        }

        public Order keyUsedFor(int bits) {
            keyUsage = bits;
            return this;
        }

        public Order authority() {
            isAuthority = true;
            uses = List.of();
            keyUsage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
            return this;
        }

        public Order listedAt(URI address) {
            list = address;
            return this;
        }

        public Order answeredAt(URI address) {
            responder = address;
            return this;
        }

        public Order under(String oid) {
            policy = oid;
            return this;
        }

        public Order withKeysOf(Card other) {
            keys = other.keys();
            return this;
        }

        public Card issue() {
            KeyPair own = keys == null ? keys() : keys;
            return guarded(() -> {
                var builder = new JcaX509v3CertificateBuilder(
                        new JcaX509CertificateHolder(authority.certificate).getSubject(),
                        serial,
                        Date.from(from),
                        Date.from(until),
                        subject,
                        own.getPublic());
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
                if (keyUsage != 0) {
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage));
                }
                if (!uses.isEmpty()) {
                    builder.addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(uses.toArray(KeyPurposeId[]::new)));
                }
                if (policy != null) {
                    builder.addExtension(
                            Extension.certificatePolicies,
                            false,
                            new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy))));
                }
                if (list != null) {
                    builder.addExtension(
                            Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                                new DistributionPoint(
                                        new DistributionPointName(new GeneralNames(address(list))), null, null)
                            }));
                }
                if (responder != null) {
                    builder.addExtension(
                            Extension.authorityInfoAccess,
                            false,
                            new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, address(responder)));
                }
                X509Certificate made = converted(builder, authority.keys);
                return new Card(made, own, List.of(made));
            });
        }

        private static GeneralName address(URI address) {
            return new GeneralName(GeneralName.uniformResourceIdentifier, address.toString());
        }
    }
}
