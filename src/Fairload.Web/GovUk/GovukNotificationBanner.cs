using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>
/// News above the page: <c>&lt;govuk-notification-banner type="success"&gt;@T["Saved"]&lt;/govuk-notification-banner&gt;</c>.
/// Its content is one line, or any markup with <c>plain="true"</c>.
/// </summary>
public sealed class GovukNotificationBanner(Catalogue words) : TagHelper
{
    public string? Type { get; set; }
    public string? Title { get; set; }
    public string? Role { get; set; }
    public bool? DisableAutoFocus { get; set; }

    /// <summary>The content brings its own paragraphs.</summary>
    public bool Plain { get; set; }

    public string TitleId { get; set; } = "govuk-notification-banner-title";
    public int HeadingLevel { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var success = Type == "success";
        var body = await output.GetChildContentAsync();
        output.Become(Element.New("div", "govuk-notification-banner").Classes(success ? "govuk-notification-banner--success" : null)
            .With("role", Role ?? (success ? "alert" : "region")).With("aria-labelledby", TitleId)
            .With("data-module", "govuk-notification-banner")
            .With("data-disable-auto-focus", DisableAutoFocus is { } disable ? (disable ? "true" : "false") : null)
            .Holds(Element.New("div", "govuk-notification-banner__header")
            .Holds(Element.New($"h{HeadingLevel}", "govuk-notification-banner__title")
                    .With("id", TitleId).Says(Title ?? words[success ? "Success" : "Important"])),
                Element.New("div", "govuk-notification-banner__content")
                    .Holds(Plain ? body : Element.New("p", "govuk-notification-banner__heading").Holds(body))));
    }
}
