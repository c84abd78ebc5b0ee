package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.ApiWire.Listed;
import io.haina.api.MenusWire.Item;
import io.haina.api.MenusWire.Menu;
import io.haina.api.MenusWire.Written;
import io.haina.dialect.Edition;
import io.haina.filter.Page;
import io.haina.idempotency.Once;
import io.haina.menu.Menus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What clients show in their menus, and to whom. */
@RestController
@Tag(name = "menus", description = "Lines of menus, and who has which")
class MenusApi {

    private static final String PATH = "/api/v1/menus";

    private final Menus menus;

    MenusApi(Menus menus) {
        this.menus = menus;
    }

    @GetMapping(PATH)
    @Operation(summary = "The lines that the company has, oldest first")
    Listed<Item> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        return Listed.of(menus.items(actor, ApiNames.page(page, size)).map(Item::of));
    }

    @PostMapping(PATH)
    @Operation(summary = "Add a line")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Item> add(Actor actor, @RequestBody Written written, Once once) {
        long made = once.made(written, () -> menus.add(actor, written.draft()));
        return ResponseEntity.created(URI.create(PATH + "/" + made)).body(Item.of(menus.item(actor, made)));
    }

    @PutMapping(PATH + "/{id}")
    @Operation(summary = "Replace a line")
    Item change(Actor actor, @PathVariable long id, @RequestBody Written written) {
        menus.change(actor, id, written.draft());
        return Item.of(menus.item(actor, id));
    }

    @DeleteMapping(PATH + "/{id}")
    @Operation(summary = "Take a line out of every menu")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> delete(Actor actor, @PathVariable long id) {
        menus.delete(actor, id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/v1/staff/{id}/menus")
    @Operation(summary = "A person's menu, in order; one's own, or for an admin anybody's")
    ResponseEntity<Items<Item>> ofStaff(Actor actor, @PathVariable long id, Edition edition) {
        return edition.shown(menu(actor, id));
    }

    private Items<Item> menu(Actor actor, long id) {
        return new Items<>(menus.ofStaff(actor, id, new Page(1, 1)).rows().stream()
                .flatMap(menu -> menu.items().stream())
                .map(Item::of)
                .toList());
    }

    @PutMapping("/api/v1/staff/{id}/menus")
    @Operation(summary = "Give a person a menu in place of the one there was")
    ResponseEntity<Items<Item>> assign(Actor actor, @PathVariable long id, @RequestBody Menu menu, Edition edition) {
        List<Long> items = new ArrayList<>();
        for (Long item : ApiNames.required("items", menu.items())) {
            items.add(ApiNames.required("items", item));
        }
        return edition.change(() -> menus.hold(actor, id), () -> menu(actor, id), () -> menus.assign(actor, id, items));
    }
}
