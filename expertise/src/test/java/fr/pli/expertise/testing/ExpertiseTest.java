package fr.pli.expertise.testing;

import fr.pli.exchange.testing.TestClamd;
import fr.pli.exchange.testing.TestDatabase;
import fr.pli.exchange.testing.TestMail;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A test of features of expertises without their pages, on the real database: one application for all of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ExpertiseApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = {TestDatabase.class, TestClamd.class, TestMail.class})
public @interface ExpertiseTest {}
