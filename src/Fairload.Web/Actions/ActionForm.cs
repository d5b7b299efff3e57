using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Actions;

/// <summary>What is entered of an action.</summary>
internal sealed class ActionForm
{
    public const string Prefix = "Form.";

    public string? What { get; set; }
    public string? Why { get; set; }
    public SourceKind? Source { get; set; }
    public string? SourceReference { get; set; }
    public string? SourceWords { get; set; }
    public string? Owner { get; set; }
    public string? OwnerRole { get; set; }
    public DateOnly? DueOn { get; set; }
    public string? Measure { get; set; }
    public Direction? Direction { get; set; }

    /// <summary>As <see cref="ActionPlace.Key"/> writes it.</summary>
    public string? Unit { get; set; }

    public static ActionForm Of(AgreedAction action) => new()
    {
        What = action.What,
        Why = action.Why,
        Source = action.SourceKind,
        SourceReference = action.SourceReference,
        SourceWords = action.SourceWords,
        Owner = $"{action.OwnerId}",
        OwnerRole = action.OwnerRole,
        DueOn = action.DueOn,
        Measure = action.Measure,
        Direction = action.Direction,
        Unit = new ActionPlace(action.TeamId, action.Service, "").Key,
    };

    /// <param name="places">Those the reader may choose; an unknown one is the council's, which the desk refuses to whom it is not.</param>
    public ActionPlan Plan(IReadOnlyList<ActionPlace> places)
    {
        var place = places.FirstOrDefault(p => p.Key == Unit);
        return new(
            What ?? "", Why ?? "", new(Source ?? SourceKind.Other, SourceReference ?? "", SourceWords ?? ""),
            Id<Account>.TryParse(Owner, out var owner) ? owner : null, OwnerRole ?? "", DueOn, Measure ?? "", Direction,
            place?.Team, place?.Service ?? "");
    }
}

/// <summary>The fields of an action, with what they can choose from.</summary>
/// <param name="Held">What stands there now, for whoever was overtaken; null otherwise.</param>
internal sealed record ActionFields(
    ActionForm Form, IReadOnlyList<ActionOwner> Owners, IReadOnlyList<ActionPlace> Places, ActionMeasures Measures, bool IsNew,
    ActionForm? Held)
{
    public IEnumerable<SelectListItem> OwnerItems(Catalogue T) =>
        Owners.Select(o => new SelectListItem(o.Name, $"{o.Id}", $"{o.Id}" == Form.Owner)).Prepend(new(T["Choose a person"], ""));

    public IEnumerable<SelectListItem> PlaceItems(Catalogue T) =>
        Places.Select(p => new SelectListItem(ActionWords.Unit(T, p.Name), p.Key, p.Key == Form.Unit));

    public IEnumerable<SelectListItem> MeasureItems(Catalogue T) => Measures.All
        .Select(m => new SelectListItem(ActionWords.Name(T, m), m.Code, m.Code == Form.Measure)).Prepend(new(T["None"], ""));

    public IEnumerable<SelectListItem> SourceItems(Catalogue T) => Enum.GetValues<SourceKind>().Where(k => k != SourceKind.Resolution)
        .Select(k => new SelectListItem(ActionWords.Of(T, k), $"{k}", k == Form.Source));

    /// <summary>What somebody else has stored in a field meanwhile; null where nothing differs.</summary>
    public string? Other(Func<ActionForm, string?> field) =>
        Held is { } held && (field(held) ?? "") != (field(Form) ?? "") ? field(held) ?? "" : null;

    public string OwnerName(string id) => Owners.FirstOrDefault(o => $"{o.Id}" == id)?.Name ?? "–";
}
