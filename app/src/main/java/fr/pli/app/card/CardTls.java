package fr.pli.app.card;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import org.apache.tomcat.util.net.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * TLS of the card door: the main door's certificate, renewed with it, and any certificate of the client. No session is
 * resumed by a ticket, so that each connection proves the card's key again.
 */
final class CardTls implements SSLContext {

    /** The JDK makes no tickets for sessions that live longer than a ticket may, seven days (RFC 8446, 4.6.1). */
    private static final int NO_TICKETS = 7 * 24 * 3600 + 1;

    private volatile javax.net.ssl.SSLContext context;
    private volatile KeyManager[] keys;

    CardTls(SslBundles bundles, String name) {
        SslBundle bundle = bundles.getBundle(name);
        keys = bundle.getManagers().getKeyManagers();
        context = made(keys);
        bundles.addBundleUpdateHandler(name, renewed -> {
            keys = renewed.getManagers().getKeyManagers();
            context = made(keys);
        });
    }

    private static javax.net.ssl.SSLContext made(KeyManager[] keys) {
        try {
            var made = javax.net.ssl.SSLContext.getInstance("TLS");
            made.init(keys, new TrustManager[] {new AnyCertificate()}, null);
            made.getServerSessionContext().setSessionTimeout(NO_TICKETS);
            return made;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void init(KeyManager @Nullable [] ignored, TrustManager @Nullable [] neither, @Nullable SecureRandom nor) {
        // made whole
    }

    @Override
    public void destroy() {
        // nothing to give back
    }

    @Override
    public SSLSessionContext getServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    public SSLEngine createSSLEngine() {
        return context.createSSLEngine();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
        return context.getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
        return context.getSupportedSSLParameters();
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        for (KeyManager manager : keys) {
            if (manager instanceof X509KeyManager x509) {
                return x509.getCertificateChain(alias);
            }
        }
        return null;
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
