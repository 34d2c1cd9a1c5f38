package fr.pli.app.store;

import fr.pli.app.Pli;
import fr.pli.app.TestTls;
import fr.pli.exchange.testing.TestClamd;
import fr.pli.exchange.testing.TestDatabase;
import fr.pli.exchange.testing.TestMail;
import fr.pli.exchange.testing.TestS3;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** {@link fr.pli.app.AppTest} with its files on a real S3 server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Pli.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pli.web.management-port=0",
            "pli.web.tls=true",
            "pli.web.public-address=https://pli.test",
            "pli.jobs.enabled=false",
            "pli.account.hash-memory=64KB",
            "pli.account.hash-iterations=1"
        })
@ContextConfiguration(initializers = {TestDatabase.class, TestClamd.class, TestMail.class, TestTls.class, TestS3.class})
public @interface StoreAppTest {}
