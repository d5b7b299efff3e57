using Fairload.Core.Surveys;

namespace Fairload.Core.HealthCheck.Measures;

/// <summary>What kind of fact a measure is.</summary>
public enum MeasureKind
{
    /// <summary>A document or an arrangement that is there and in date.</summary>
    Policy,

    /// <summary>Counted from records.</summary>
    Data,

    /// <summary>What people say who were asked.</summary>
    Survey,

    /// <summary>What was seen in a sample of files.</summary>
    Audit,
}

/// <summary>In what a measure is said.</summary>
public enum MeasureUnit
{
    /// <summary>A part of a whole, 0 to 100.</summary>
    Percent,

    /// <summary>So many for each of something: cases for each full-time equivalent.</summary>
    Ratio,
    Count,
    Days,
    Minutes,

    /// <summary>Not, partly or fully in place.</summary>
    InPlace,

    /// <summary>0 to 100, higher is better, as surveys score themes.</summary>
    Score,
    Text,
}

/// <summary>How a measure comes to be known.</summary>
public enum Filling
{
    /// <summary>Worked out from what the other parts of the program hold.</summary>
    Itself,

    /// <summary>Brought by a sheet.</summary>
    Sheet,

    /// <summary>Entered by a person.</summary>
    Hand,
}

/// <summary>Which way would be an improvement.</summary>
public enum Better
{
    Higher,
    Lower,

    /// <summary>More of it is neither good nor bad.</summary>
    Neither,
}

/// <summary>The definition card of a measure: everything that somebody has to know before they draw anything from its figure.</summary>
/// <remarks>The fields are those that the health check of 2009 lacked and that councils' own performance offices use; the measures are
/// those of the Social Work Task Force (2009) and of the standards for employers of social workers in England (2014, 2020, 2025); all texts
/// are this project's.</remarks>
/// <param name="Code">Lower case with hyphens; for ever.</param>
/// <param name="IsFounding">One of the fifteen that were named in 2009.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="CutOff">The day or the months about which it tells.</param>
/// <param name="Weakness">What it can not tell.</param>
/// <param name="Gaming">How it could be made to look better while nothing gets better.</param>
/// <param name="Question">What it should make you ask.</param>
/// <param name="WhoKnows">Who will know while it is not known.</param>
/// <param name="Expectations">Expectations of employers that are the same fact; both sides of a survey stand beside it.</param>
/// <param name="Themes">Themes of the practitioners' health check beside which it stands.</param>
/// <param name="Query">By which it fills itself; null for the others.</param>
/// <param name="Test">The test that holds its figure against one that was worked out by hand; null for those that do not fill
/// themselves.</param>
public sealed record MeasureCard(
    string Code, Wording Name, MeasureKind Kind, MeasureUnit Unit, Filling Filled, bool IsFounding, Better Better, Wording Counts,
    Wording Numerator, Wording Denominator, Wording Owner, Wording CutOff, Wording Source, Wording Weakness, Wording Gaming,
    Wording Question, Wording WhoKnows, IReadOnlyList<string> Expectations, IReadOnlyList<string> Themes, string? Query,
    string? Test = null)
{
    /// <summary>Refuses a card on which anything is left empty, in either language.</summary>
    public static Result<MeasureCard> Read(MeasureCard card)
    {
        var problems = new List<Problem>();
        if (!Codes.IsSound(card.Code))
            problems.Add(new("Code", $"“{card.Code}” is no code of a measure. Write it in lower-case letters, digits and hyphens"));
        foreach (var (field, text) in card.Texts.Where(t => !t.Text.IsWhole))
            problems.Add(new(field, $"{card.Code}: “{field}” is empty in English or in Welsh. Fill in both"));
        if (card.Filled == Filling.Itself != card.Query is not null)
            problems.Add(new("Query", $"{card.Code}: a measure that fills itself names its query, and no other does"));
        return problems.Count > 0 ? problems : card;
    }

    /// <summary>All that is written on the card, by the name of its field.</summary>
    public IReadOnlyList<(string Field, Wording Text)> Texts =>
    [
        ("Name", Name), ("Counts", Counts), ("Numerator", Numerator), ("Denominator", Denominator), ("Owner", Owner), ("CutOff", CutOff),
        ("Source", Source), ("Weakness", Weakness), ("Gaming", Gaming), ("Question", Question), ("WhoKnows", WhoKnows),
    ];
}
