package fr.pli.exchange.factor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Secrets;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.platform.WebSettings;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Passkeys (WebAuthn level 3) as second factor: added by a signed-in person, asked after the password. The relying party
 * is the host of the public address, the origin that address itself, whatever a request says.
 */
@Component
public class Passkeys {

    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);

    /** What nearly every authenticator can, the safest first. */
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager();
    private final PasskeyRows passkeys;
    private final FactorRows rows;
    private final FactorNews news;
    private final FactorSettings settings;
    private final URI address;
    private final Units units;

    Passkeys(
            PasskeyRows passkeys,
            FactorRows rows,
            FactorNews news,
            FactorSettings settings,
            WebSettings web,
            Units units) {
        this.passkeys = passkeys;
        this.rows = rows;
        this.news = news;
        this.settings = settings;
        this.address = web.publicAddress();
        this.units = units;
    }

    /** 256 random bits for one question. */
    public String challenge() {
        return Secrets.token();
    }

    /** What the browser is asked to make a passkey. @return JSON for {@code navigator.credentials.create} */
    public String creation(Person person, String challenge) {
        return PasskeyQuestion.creation(
                person,
                challenge,
                host(),
                settings,
                ALGORITHMS.stream().map(COSEAlgorithmIdentifier::getValue).toList(),
                passkeys.of(person));
    }

    /** What the browser is asked to prove. @return JSON for {@code navigator.credentials.get} */
    public String request(Person person, String challenge) {
        return PasskeyQuestion.request(challenge, host(), settings, passkeys.usable(person));
    }

    /** Adds the passkey that the browser made for this challenge. @param answer JSON of the browser */
    public void add(Person person, String challenge, String answer, String label) {
        String name = FactorRows.label(label);
        RegistrationData made = made(challenge, answer);
        try {
            units.run(() -> {
                rows.lock(person);
                passkeys.add(rows.add(person, Factor.Kind.PASSKEY, name, true), made);
                news.added(person, Factor.Kind.PASSKEY, name);
            });
        } catch (DuplicateKeyException taken) {
            throw FactorRefusal.PASSKEY_TAKEN.with();
        }
    }

    /** Refuses what is no proof by one of this person's passkeys for this challenge. */
    void prove(Person person, String challenge, String answer) {
        AuthenticationData given = given(answer);
        Passkey passkey = passkeys.find(person, given)
                .filter(found -> found.factor().usable())
                .orElseThrow(FactorRefusal.PASSKEY_WRONG::with);
        var parameters = new AuthenticationParameters(server(challenge), passkey.record(), null, verification(), true);
        try {
            webAuthn.verify(given, parameters);
        } catch (MaliciousCounterValueException wentBack) {
            throw suspected(person, passkey);
        } catch (RuntimeException wrong) {
            throw refused(wrong);
        }
        var authenticator = given.getAuthenticatorData();
        if (authenticator == null || !units.call(() -> used(passkey, authenticator.getSignCount()))) {
            throw suspected(person, passkey);
        }
    }

    private boolean used(Passkey passkey, long counter) {
        boolean forward = passkeys.count(passkey, counter);
        if (forward) {
            rows.used(passkey.factor().id());
        }
        return forward;
    }

    /** Two devices count under one key: it opens nothing any more, and its person is told. */
    private RuntimeException suspected(Person person, Passkey passkey) {
        units.run(() -> {
            if (rows.suspect(passkey.factor().id())) {
                news.suspected(person, passkey.factor());
            }
        });
        return FactorRefusal.PASSKEY_SUSPECTED.with();
    }

    private RegistrationData made(String challenge, String answer) {
        var parameters = new RegistrationParameters(server(challenge), PARAMETERS, verification(), true);
        try {
            return webAuthn.verifyRegistrationResponseJSON(answer, parameters);
        } catch (RuntimeException wrong) {
            throw refused(wrong);
        }
    }

    private AuthenticationData given(String answer) {
        try {
            return webAuthn.parseAuthenticationResponseJSON(answer);
        } catch (RuntimeException malformed) {
            throw refused(malformed);
        }
    }

    /** Whatever the library throws at what a stranger sent, it is no proof. */
    private static RuntimeException refused(RuntimeException why) {
        log.debug("A passkey's answer was refused", why);
        return FactorRefusal.PASSKEY_WRONG.with();
    }

    private boolean verification() {
        return settings.userVerification() == FactorSettings.UserVerification.REQUIRED;
    }

    private ServerProperty server(String challenge) {
        if (challenge.isEmpty()) {
            throw FactorRefusal.PASSKEY_WRONG.with();
        }
        String origin = address.getScheme() + "://" + address.getAuthority();
        return new ServerProperty(
                Origin.create(origin),
                host(),
                new DefaultChallenge(Base64.getUrlDecoder().decode(challenge)));
    }

    private String host() {
        return address.getHost();
    }
}
