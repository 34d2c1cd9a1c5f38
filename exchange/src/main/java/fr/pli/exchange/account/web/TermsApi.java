package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignInRefusal;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.account.Terms;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Terms of use for programs: their versions, the latest text, the next one (A-11, O-1). A person accepts them on the page. */
@RestController
@RequestMapping("/api/v1/terms")
class TermsApi {

    private final Terms terms;

    TermsApi(Terms terms) {
        this.terms = terms;
    }

    @GetMapping("/latest")
    Terms.Text latest(Locale locale) {
        return terms.text(terms.latest(), locale).orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }

    @GetMapping
    Views.Page<Terms.Published> versions(@SignedIn Person me) {
        if (me.profile() != Profile.ADMINISTRATOR) {
            throw SignInRefusal.FORBIDDEN.with();
        }
        return new Views.Page<>(terms.versions(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Version publish(@SignedIn Person me, @RequestBody Fresh fresh) {
        return new Version(terms.publish(
                me, fresh.french() == null ? "" : fresh.french(), fresh.english() == null ? "" : fresh.english()));
    }

    /** The next version in both languages; plain text, a line that begins with « # » is a heading. */
    record Fresh(@Nullable String french, @Nullable String english) {}

    /** Number of the version that holds from now on. */
    record Version(int version) {}
}
