package fr.pli.app.attack;

import fr.pli.app.AppTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * An {@link AppTest} with an application of its own: what these tests type into every field of every form is nothing
 * that other tests should find in their lists.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AppTest
@TestPropertySource(properties = "pli.institution.name=Plateforme attaquée")
@interface AttackTest {}
