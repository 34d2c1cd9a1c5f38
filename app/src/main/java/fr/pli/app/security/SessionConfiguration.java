package fr.pli.app.security;

import fr.pli.exchange.account.AccountSettings;
import fr.pli.exchange.account.SessionText;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions in the database, strings only, as JSON: nothing is ever deserialised into an object. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    @Bean
    SessionRepository<? extends Session> sessionRepository(
            JdbcOperations jdbc, PlatformTransactionManager transactions, AccountSettings settings, Clock clock) {
        var ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var stored = new JdbcIndexedSessionRepository(jdbc, ownTransaction);
        new MySqlJdbcIndexedSessionRepositoryCustomizer().customize(stored);
        stored.setConversionService(strings());
        stored.setSessionIdGenerator(CalmSessions.STORED::get);
        stored.setDefaultMaxInactiveInterval(settings.sessionIdle());
        SessionRepository<? extends Session> sessions = stored;
        return CalmSessions.around(sessions, settings, clock);
    }

    /** {@code __Host-}: sent over HTTPS to this host only. Lax: a link in a mail finds its reader signed in. */
    @Bean
    CookieSerializer cookieSerializer() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("__Host-pli");
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    private static GenericConversionService strings() {
        var conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, SessionText::write);
        conversions.addConverter(byte[].class, Object.class, SessionText::read);
        return conversions;
    }
}
