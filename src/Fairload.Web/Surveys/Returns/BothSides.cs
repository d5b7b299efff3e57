using Fairload.App.Surveys.Results;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Returns;

namespace Fairload.Web.Surveys.Returns;

/// <summary>What the employer says beside what staff say, of one group.</summary>
internal sealed record BothSides(ResultView View, IReadOnlyList<Gap> Gaps)
{
    public static BothSides Of(ResultView view, ResultLine line) => new(view, view.Gaps(line));
}
