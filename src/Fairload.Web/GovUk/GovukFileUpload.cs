using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>
/// A file: <c>&lt;govuk-file-upload for="Sheet" label="@T["Staff list"]" accept=".xlsx,.csv" /&gt;</c>; the form needs multipart.
/// </summary>
public sealed class GovukFileUpload(Catalogue words) : GovukLabelledField(words)
{
    /// <summary>What the browser offers to choose from. The desk checks the content all the same.</summary>
    public string? Accept { get; set; }

    public bool Multiple { get; set; }
    public bool Disabled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Element.New("input", "govuk-file-upload").Classes(Mistake is null ? null : "govuk-file-upload--error")
            .With("id", FieldId).With("name", FieldName).With("type", "file").With("accept", Accept)
            .With("disabled", Disabled).With("multiple", Multiple).With("aria-describedby", Describing()).Alone();
        output.Become(Group(LabelLine(), HintLine(), MistakeLine(), input), input);
    }
}
