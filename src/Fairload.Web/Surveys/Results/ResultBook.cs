using Fairload.App.Imports.Sheets;
using Fairload.App.Surveys.Results;
using Fairload.Web.Surveys.Rounds;

namespace Fairload.Web.Surveys.Results;

/// <summary>The results of a round as a spreadsheet: what stands on the pages, what the codes mean, and the proof.</summary>
internal static class ResultBook
{
    /// <summary>Excel (xlsx) or OpenDocument (ods).</summary>
    public static byte[] Of(Catalogue T, ResultView view, bool isOpenDocument)
    {
        var codes = ResultSheet.Codebook(T, view).ToList();
        SheetOut[] sheets =
        [
            new("Results", ResultSheet.Headers, ResultSheet.Rows(T, view)), new("Codebook", codes[0], codes.Skip(1)),
            new("Proof", ["what"], [[ResultWords.Proof(T, view)], [RoundWords.Of(T, view.Asked.Name)]]),
        ];
        using var to = new MemoryStream();
        if (isOpenDocument) OdsWriter.Write(to, sheets);
        else WorkbookWriter.Write(to, sheets);
        return to.ToArray();
    }
}
