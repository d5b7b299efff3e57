using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Returns;

namespace Fairload.App.Surveys.Returns;

/// <summary>The return of one year.</summary>
/// <param name="InForce">The one that was signed last; null for none.</param>
/// <param name="Begun">One that is not signed yet; null for none, and for whoever may not fill it in.</param>
public sealed record ReturnLine(int Year, EmployersReturn? InForce, EmployersReturn? Begun);

/// <summary>Every year for which there is one, the latest first.</summary>
public sealed record ReturnList(int ThisYear, IReadOnlyList<ReturnLine> Years, bool MayMake);

/// <summary>A section as it stands.</summary>
/// <param name="Version">0 where it was never saved.</param>
/// <param name="SavedBy">Empty where it was never saved.</param>
public sealed record SectionView(SurveySection Section, IReadOnlyDictionary<string, ReturnAnswer> Answers, int Version, string SavedBy)
{
    /// <summary>Expectations that are asked about.</summary>
    public int Asked => Section.Items.Count(i => i.Kind == ItemKind.Scale);

    /// <summary>Of them with an answer; that it is not known is one.</summary>
    public int Answered => Section.Items.Count(i => i.Kind == ItemKind.Scale && Answers.ContainsKey(i.Code));
}

/// <summary>One return with everything that is said in it.</summary>
/// <param name="Numbers">Every one of this year that was signed, by number; those before the last can still be read.</param>
/// <param name="Begun">A correction of it is being filled in.</param>
public sealed record ReturnView(
    EmployersReturn Return, Questionnaire Asked, IReadOnlyList<SectionView> Sections, IReadOnlyList<EmployersReturn> Numbers, bool Begun,
    bool MayMake)
{
    public IReadOnlyList<ReturnAnswer> Answers => [.. Sections.SelectMany(s => s.Answers.Values)];

    /// <summary>A later one has taken its place.</summary>
    public bool IsSuperseded => Return.IsSigned && Numbers[^1].Number > Return.Number;

    public SectionView? Section(string code) => Sections.FirstOrDefault(s => s.Section.Code == code);
}

/// <summary>A signed return as it is laid beside results.</summary>
public sealed record ReturnBeside(EmployersReturn Return, Questionnaire Asked, IReadOnlyList<ReturnAnswer> Answers);
