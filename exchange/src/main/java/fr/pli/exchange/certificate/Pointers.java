package fr.pli.exchange.certificate;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Where a certificate says its state is told; addresses other than HTTP are left alone. */
final class Pointers {

    private static final String ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String LISTS = "2.5.29.31";

    private Pointers() {}

    static List<URI> responders(X509Certificate certificate) {
        return read(certificate, ACCESS, value -> Stream.of(
                        AuthorityInformationAccess.getInstance(value).getAccessDescriptions())
                .filter(access -> access.getAccessMethod().equals(AccessDescription.id_ad_ocsp))
                .map(AccessDescription::getAccessLocation));
    }

    static List<URI> lists(X509Certificate certificate) {
        return read(certificate, LISTS, value -> Stream.of(
                        CRLDistPoint.getInstance(value).getDistributionPoints())
                .map(DistributionPoint::getDistributionPoint)
                .filter(name -> name != null && name.getType() == DistributionPointName.FULL_NAME)
                .flatMap(name ->
                        Stream.of(GeneralNames.getInstance(name.getName()).getNames())));
    }

    private static List<URI> read(
            X509Certificate certificate, String extension, Function<byte[], Stream<GeneralName>> names) {
        byte[] wrapped = certificate.getExtensionValue(extension);
        if (wrapped == null) {
            return List.of();
        }
        var found = new ArrayList<URI>();
        try {
            names.apply(ASN1OctetString.getInstance(wrapped).getOctets())
                    .filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
                    .map(name -> name.getName().toString())
                    .forEach(text -> address(text, found));
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
        return found;
    }

    private static void address(String text, List<URI> found) {
        try {
            var address = new URI(text);
            if (address.getHost() != null
                    && ("http".equalsIgnoreCase(address.getScheme())
                            || "https".equalsIgnoreCase(address.getScheme()))) {
                found.add(address);
            }
        } catch (URISyntaxException none) {
            // an address nobody can ask is no address
        }
    }
}
