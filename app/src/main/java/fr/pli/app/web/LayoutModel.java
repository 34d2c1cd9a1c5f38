package fr.pli.app.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Banner;
import fr.pli.exchange.platform.BannerSource;
import fr.pli.exchange.platform.Institution;
import fr.pli.exchange.platform.InstitutionTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout shows on every page, whoever renders it; the layout itself answers for Q-7. */
@ControllerAdvice
class LayoutModel {

    private final InstitutionTexts institutions;
    private final ObjectProvider<BannerSource> banners;

    LayoutModel(InstitutionTexts institutions, ObjectProvider<BannerSource> banners) {
        this.institutions = institutions;
        this.banners = banners;
    }

    /** A call has no layout. */
    @ModelAttribute("institution")
    @Nullable
    Institution institution(HttpServletRequest request) {
        if (call(request)) {
            return null;
        }
        Person person = me(request);
        return institutions.of(person == null ? null : person.profile().name());
    }

    @ModelAttribute("me")
    @Nullable
    Person me(HttpServletRequest request) {
        return request.getAttribute("me") instanceof Person person ? person : null;
    }

    @ModelAttribute("banners")
    List<Banner> banners(HttpServletRequest request) {
        Person person = me(request);
        if (person == null || call(request)) {
            return List.of();
        }
        return banners.orderedStream()
                .flatMap(source -> source.banners(person.id(), person.profile().name()).stream())
                .toList();
    }

    private static boolean call(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
