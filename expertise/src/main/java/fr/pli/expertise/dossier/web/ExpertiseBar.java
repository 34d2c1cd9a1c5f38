package fr.pli.expertise.dossier.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.expertise.dossier.Expertises;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** « Expertises » in the bar of a partner who takes part in one; the profiles that do by nature have it anyway. */
@ControllerAdvice
class ExpertiseBar {

    private final Expertises expertises;

    ExpertiseBar(Expertises expertises) {
        this.expertises = expertises;
    }

    @ModelAttribute("withExpertises")
    boolean withExpertises(HttpServletRequest request) {
        return request.getAttribute("me") instanceof Person person
                && person.profile() == Profile.PARTNER
                && !request.getRequestURI().startsWith("/api/")
                && !expertises.page(person, null, null, 1).isEmpty();
    }
}
