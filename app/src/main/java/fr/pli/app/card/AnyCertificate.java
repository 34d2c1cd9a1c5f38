package fr.pli.app.card;

import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes nothing and refuses nothing: the handshake only proves that the client has the key of its certificate. The one
 * class that reads the certificate has it checked (C-1). Never used for connections to others.
 */
final class AnyCertificate extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authentication, SSLEngine engine) {
        // decided later, with a page that says why
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authentication, Socket socket) {
        // as above
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authentication) {
        // as above
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authentication, SSLEngine engine) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authentication, Socket socket) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authentication) {
        throw new UnsupportedOperationException();
    }

    /** None named: the browser offers every certificate it has, and the page says which one is meant. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
