using Fairload.App.Access;
using Fairload.Core.Access;
using QRCoder;

namespace Fairload.Web.Access;

/// <summary>The secret as a picture for the app's camera, while it waits to be confirmed and only for the person it is for.</summary>
internal static class SecondFactorPicture
{
    [Needs(Permission.OwnAccount), BeforeSecondFactor]
    public static async Task<IResult> Draw(HttpContext context, SecondFactorDesk desk, CancellationToken stop)
    {
        if (context.SignedIn is not { } who || await desk.Pending(who, stop) is not { } offer) return Results.NotFound();

        using var data = QRCodeGenerator.GenerateQrCode(offer.Address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return Results.Text(code.GetGraphic(6), "image/svg+xml");
    }
}
