; 0
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"


define range(i32 -1, -2) i32 @lesion_toolkit_kernel(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr readnone captures(none) %arg.values.0, ptr readnone captures(none) %arg.values.1, i64 %arg.values.2, i64 %arg.values.3, ptr readonly captures(none) %arg.values.4, i64 %arg.values.5.0, i64 %arg.values.5.1, i64 %arg.values.5.2, i64 %arg.values.6.0, i64 %arg.values.6.1, i64 %arg.values.6.2, double %arg.sx, double %arg.sy, ptr readnone captures(none) %arg.spans.0, ptr readnone captures(none) %arg.spans.1, i64 %arg.spans.2, i64 %arg.spans.3, ptr captures(none) %arg.spans.4, i64 %arg.spans.5.0, i64 %arg.spans.5.1, i64 %arg.spans.6.0, i64 %arg.spans.6.1, ptr readnone captures(none) %arg.points.0, ptr readnone captures(none) %arg.points.1, i64 %arg.points.2, i64 %arg.points.3, ptr captures(none) %arg.points.4, i64 %arg.points.5.0, i64 %arg.points.5.1, i64 %arg.points.6.0, i64 %arg.points.6.1, ptr readnone captures(none) %arg.corners.0, ptr readnone captures(none) %arg.corners.1, i64 %arg.corners.2, i64 %arg.corners.3, ptr captures(none) %arg.corners.4, i64 %arg.corners.5.0, i64 %arg.corners.5.1, i64 %arg.corners.6.0, i64 %arg.corners.6.1, ptr readnone captures(none) %arg.chords.0, ptr readnone captures(none) %arg.chords.1, i64 %arg.chords.2, i64 %arg.chords.3, ptr writeonly captures(none) %arg.chords.4, i64 %arg.chords.5.0, i64 %arg.chords.5.1, i64 %arg.chords.6.0, i64 %arg.chords.6.1) local_unnamed_addr #0 {
B0.endif:
  %.446 = alloca i64, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.485 = alloca i64, align 8
  %excinfo.3 = alloca ptr, align 8
  %.186264.not = icmp slt i64 %arg.values.5.0, 1
  br i1 %.186264.not, label %B236, label %B58.lr.ph

B58.lr.ph:                                        ; preds = %B0.endif
  %.276 = mul i64 %arg.values.5.2, %arg.values.5.1
  %.81.i = icmp slt i64 %arg.values.5.1, 0
  %.82.i = select i1 %.81.i, i64 %arg.spans.5.1, i64 0
  %.83.i = add i64 %.82.i, %arg.values.5.1
  %.idx.i = shl i64 %arg.spans.5.1, 4
  %0 = getelementptr i8, ptr %arg.spans.4, i64 %.idx.i
  %.idx375.i = mul i64 %arg.spans.5.1, 24
  %1 = getelementptr i8, ptr %arg.spans.4, i64 %.idx375.i
  %.461.i = add i64 %arg.values.5.2, -1
  %.494.i = tail call i64 @llvm.smin.i64(i64 %arg.values.5.2, i64 0)
  %2 = getelementptr i64, ptr %arg.spans.4, i64 %arg.spans.5.1
  %3 = add nuw i64 %arg.values.5.1, 1
  %4 = shl i64 %arg.values.5.1, 3
  %5 = add i64 %4, -8
  %6 = mul i64 %5, %arg.values.5.2
  %7 = mul i64 %arg.values.5.2, -8
  %8 = mul i64 %4, %arg.values.5.2
  %9 = shl i64 %arg.values.5.2, 3
  %10 = shl i64 %arg.spans.5.1, 3
  %11 = add i64 %10, -16
  %scevgep42 = getelementptr i8, ptr %arg.spans.4, i64 %11
  %12 = add i64 %.idx.i, -8
  %scevgep46 = getelementptr i8, ptr %arg.spans.4, i64 %12
  %13 = add i64 %.idx375.i, -8
  %scevgep54 = getelementptr i8, ptr %arg.spans.4, i64 %13
  %14 = add i64 %arg.values.5.2, -1
  br label %B58

B58:                                              ; preds = %B58.lr.ph, %B234
  %.192260265 = phi i64 [ 0, %B58.lr.ph ], [ %.199, %B234 ]
  %15 = icmp slt i64 %arg.values.5.1, 1
  %.199 = add nuw nsw i64 %.192260265, 1
  %.278 = mul i64 %.192260265, %.276
  %.280 = getelementptr double, ptr %arg.values.4, i64 %.278
  %sunkaddr = mul i64 %.83.i, 8
  %sunkaddr62 = getelementptr i8, ptr %0, i64 %sunkaddr
  store i64 %arg.values.5.2, ptr %sunkaddr62, align 8, !noalias !0
  %sunkaddr63 = mul i64 %.83.i, 8
  %sunkaddr64 = getelementptr i8, ptr %1, i64 %sunkaddr63
  store i64 -1, ptr %sunkaddr64, align 8, !noalias !0
  br i1 %15, label %_ZN14lesion_toolkit11measurement4hull6_spansB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedE5ArrayIxLi2E1C7mutable7alignedE.exit, label %B96.lr.ph.i

B96.lr.ph.i:                                      ; preds = %B58
  %16 = icmp sgt i64 %arg.values.5.2, 0
  %invariant.gep.i = getelementptr double, ptr %.280, i64 %.461.i
  %invariant.gep389.i = getelementptr double, ptr %invariant.gep.i, i64 %.494.i
  br i1 %16, label %B96.us.preheader.i, label %B96.i.preheader

B96.i.preheader:                                  ; preds = %B96.lr.ph.i
  %17 = and i64 %arg.values.5.1, 1
  %18 = icmp eq i64 %17, 0
  br i1 %18, label %B96.i.prol.loopexit, label %B96.i.prol

B96.i.prol:                                       ; preds = %B96.i.preheader
  %sunkaddr65 = mul i64 %arg.values.5.1, 8
  %sunkaddr66 = getelementptr i8, ptr %arg.spans.4, i64 %sunkaddr65
  %sunkaddr67 = getelementptr i8, ptr %sunkaddr66, i64 -8
  store i64 0, ptr %sunkaddr67, align 8, !noalias !0
  %sunkaddr68 = mul i64 %arg.values.5.1, 8
  %sunkaddr69 = getelementptr i8, ptr %2, i64 %sunkaddr68
  %sunkaddr70 = getelementptr i8, ptr %sunkaddr69, i64 -8
  store i64 -1, ptr %sunkaddr70, align 8, !noalias !0
  %sunkaddr71 = mul i64 %arg.values.5.1, 8
  %sunkaddr72 = getelementptr i8, ptr %0, i64 %sunkaddr71
  %.750.i.prol = load i64, ptr %sunkaddr72, align 8, !noalias !0
  %.11.i.i.prol = tail call i64 @llvm.smin.i64(i64 %.750.i.prol, i64 0)
  %sunkaddr73 = mul i64 %arg.values.5.1, 8
  %sunkaddr74 = getelementptr i8, ptr %0, i64 %sunkaddr73
  %sunkaddr75 = getelementptr i8, ptr %sunkaddr74, i64 -8
  store i64 %.11.i.i.prol, ptr %sunkaddr75, align 8, !noalias !0
  %sunkaddr76 = mul i64 %arg.values.5.1, 8
  %sunkaddr77 = getelementptr i8, ptr %1, i64 %sunkaddr76
  %.892.i.prol = load i64, ptr %sunkaddr77, align 8, !noalias !0
  %.11.i5.i.prol = tail call i64 @llvm.smax.i64(i64 %.892.i.prol, i64 -1)
  %sunkaddr78 = mul i64 %arg.values.5.1, 8
  %sunkaddr79 = getelementptr i8, ptr %1, i64 %sunkaddr78
  %sunkaddr80 = getelementptr i8, ptr %sunkaddr79, i64 -8
  store i64 %.11.i5.i.prol, ptr %sunkaddr80, align 8, !noalias !0
  br label %B96.i.prol.loopexit

B96.i.prol.loopexit:                              ; preds = %B96.i.prol, %B96.i.preheader
  %lsr.iv57.i.unr = phi i64 [ %3, %B96.i.preheader ], [ %arg.values.5.1, %B96.i.prol ]
  %19 = icmp eq i64 %arg.values.5.1, 1
  br i1 %19, label %_ZN14lesion_toolkit11measurement4hull6_spansB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedE5ArrayIxLi2E1C7mutable7alignedE.exit, label %B96.i.preheader37

B96.i.preheader37:                                ; preds = %B96.i.prol.loopexit
  br label %B96.i

B96.us.preheader.i:                               ; preds = %B96.lr.ph.i
  %20 = getelementptr i8, ptr %.280, i64 %6
  %scevgep.i = getelementptr i8, ptr %20, i64 8
  %21 = getelementptr i8, ptr %.280, i64 %8
  %scevgep51.i = getelementptr i8, ptr %21, i64 -16
  br label %B96.us.i

B96.us.i:                                         ; preds = %B388.endif.endif.us.i, %B96.us.preheader.i
  %lsr.iv52.i = phi ptr [ %scevgep51.i, %B96.us.preheader.i ], [ %scevgep53.i, %B388.endif.endif.us.i ]
  %lsr.iv.i = phi ptr [ %scevgep.i, %B96.us.preheader.i ], [ %scevgep49.i, %B388.endif.endif.us.i ]
  %.241381387.us.i = phi i64 [ %arg.values.5.1, %B96.us.preheader.i ], [ %.251.us.i, %B388.endif.endif.us.i ]
  %.251.us.i = add nsw i64 %.241381387.us.i, -1
  %.353.us.i = mul i64 %.251.us.i, %arg.values.5.2
  %.357.us.i = getelementptr double, ptr %.280, i64 %.353.us.i
  %.358.us.i = load double, ptr %.357.us.i, align 8, !noalias !0
  %.360.us.i = fcmp olt double %.358.us.i, 4.999990e-01
  br i1 %.360.us.i, label %B168.us.i.preheader, label %B244.us.i

B168.us.i.preheader:                              ; preds = %B96.us.i
  br label %B168.us.i

B168.us.i:                                        ; preds = %B168.us.i.preheader, %B190.us.i
  %first.2.2.us.i = phi i64 [ %.366.us.i, %B190.us.i ], [ 0, %B168.us.i.preheader ]
  %exitcond.not.us.i = icmp eq i64 %14, %first.2.2.us.i
  br i1 %exitcond.not.us.i, label %B388.endif.endif.us.i, label %B190.us.i

B190.us.i:                                        ; preds = %B168.us.i
  %.366.us.i = add nuw nsw i64 %first.2.2.us.i, 1
  %22 = shl i64 %first.2.2.us.i, 3
  %scevgep50.i = getelementptr i8, ptr %lsr.iv.i, i64 %22
  %.438.us.i = load double, ptr %scevgep50.i, align 8, !noalias !0
  %.440.us.i = fcmp olt double %.438.us.i, 4.999990e-01
  br i1 %.440.us.i, label %B168.us.i, label %B244.us.i

B244.us.i:                                        ; preds = %B190.us.i, %B96.us.i
  %first.3.1.us.i = phi i64 [ 0, %B96.us.i ], [ %.366.us.i, %B190.us.i ]
  %.458.us.i = icmp slt i64 %first.3.1.us.i, %arg.values.5.2
  br i1 %.458.us.i, label %B260.us.i, label %B388.endif.endif.us.i

B260.us.i:                                        ; preds = %B244.us.i
  %gep390.us.i = getelementptr double, ptr %invariant.gep389.i, i64 %.353.us.i
  %.517.us.i = load double, ptr %gep390.us.i, align 8, !noalias !0
  %.519.us.i = fcmp olt double %.517.us.i, 4.999990e-01
  br i1 %.519.us.i, label %B324.us.i.preheader, label %B388.endif.endif.us.i

B324.us.i.preheader:                              ; preds = %B260.us.i
  br label %B324.us.i

B324.us.i:                                        ; preds = %B324.us.i.preheader, %B324.us.i
  %lsr.iv54.i = phi ptr [ %scevgep55.i, %B324.us.i ], [ %lsr.iv52.i, %B324.us.i.preheader ]
  %last.3.2.us.i = phi i64 [ %.522.us.i, %B324.us.i ], [ %.461.i, %B324.us.i.preheader ]
  %.522.us.i = add i64 %last.3.2.us.i, -1
  %.553.inv.us.i = icmp sgt i64 %last.3.2.us.i, 0
  %23 = select i1 %.553.inv.us.i, i64 0, i64 %9
  %scevgep56.i = getelementptr i8, ptr %lsr.iv54.i, i64 %23
  %.577.us.i = load double, ptr %scevgep56.i, align 8, !noalias !0
  %.579.us.i = fcmp olt double %.577.us.i, 4.999990e-01
  %scevgep55.i = getelementptr i8, ptr %lsr.iv54.i, i64 -8
  br i1 %.579.us.i, label %B324.us.i, label %B388.endif.endif.us.i

B388.endif.endif.us.i:                            ; preds = %B168.us.i, %B324.us.i, %B260.us.i, %B244.us.i
  %first.3.1396.us.i = phi i64 [ %first.3.1.us.i, %B244.us.i ], [ %first.3.1.us.i, %B260.us.i ], [ %first.3.1.us.i, %B324.us.i ], [ %arg.values.5.2, %B168.us.i ]
  %last.4.1.us.i = phi i64 [ -1, %B244.us.i ], [ %.461.i, %B260.us.i ], [ %.522.us.i, %B324.us.i ], [ -1, %B168.us.i ]
  %.637.us.i = getelementptr i64, ptr %arg.spans.4, i64 %.251.us.i
  store i64 %first.3.1396.us.i, ptr %.637.us.i, align 8, !noalias !0
  %.693.us.i = getelementptr i64, ptr %2, i64 %.251.us.i
  store i64 %last.4.1.us.i, ptr %.693.us.i, align 8, !noalias !0
  %.749.us.i = getelementptr i64, ptr %0, i64 %.241381387.us.i
  %.750.us.i = load i64, ptr %.749.us.i, align 8, !noalias !0
  %.11.i.us.i = tail call i64 @llvm.smin.i64(i64 %first.3.1396.us.i, i64 %.750.us.i)
  %.835.us.i = getelementptr i64, ptr %0, i64 %.251.us.i
  store i64 %.11.i.us.i, ptr %.835.us.i, align 8, !noalias !0
  %.891.us.i = getelementptr i64, ptr %1, i64 %.241381387.us.i
  %.892.us.i = load i64, ptr %.891.us.i, align 8, !noalias !0
  %.11.i5.us.i = tail call i64 @llvm.smax.i64(i64 %last.4.1.us.i, i64 %.892.us.i)
  %.979.us.i = getelementptr i64, ptr %1, i64 %.251.us.i
  store i64 %.11.i5.us.i, ptr %.979.us.i, align 8, !noalias !0
  %scevgep49.i = getelementptr i8, ptr %lsr.iv.i, i64 %7
  %scevgep53.i = getelementptr i8, ptr %lsr.iv52.i, i64 %7
  %.242.us.i = icmp sgt i64 %.241381387.us.i, 1
  br i1 %.242.us.i, label %B96.us.i, label %_ZN14lesion_toolkit11measurement4hull6_spansB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedE5ArrayIxLi2E1C7mutable7alignedE.exit

B96.i:                                            ; preds = %B96.i.preheader37, %B96.i
  %lsr.iv57.i = phi i64 [ %lsr.iv.next.i.1, %B96.i ], [ %lsr.iv57.i.unr, %B96.i.preheader37 ]
  %sunkaddr81 = mul i64 %lsr.iv57.i, 8
  %sunkaddr82 = getelementptr i8, ptr %arg.spans.4, i64 %sunkaddr81
  %sunkaddr83 = getelementptr i8, ptr %sunkaddr82, i64 -16
  store i64 0, ptr %sunkaddr83, align 8, !noalias !0
  %24 = shl i64 %lsr.iv57.i, 3
  %scevgep45 = getelementptr i8, ptr %scevgep42, i64 %24
  store i64 -1, ptr %scevgep45, align 8, !noalias !0
  %scevgep53 = getelementptr i8, ptr %scevgep46, i64 %24
  %.750.i = load i64, ptr %scevgep53, align 8, !noalias !0
  %.11.i.i = tail call i64 @llvm.smin.i64(i64 %.750.i, i64 0)
  %25 = shl i64 %lsr.iv57.i, 3
  %scevgep51 = getelementptr i8, ptr %scevgep46, i64 %25
  %scevgep52 = getelementptr i8, ptr %scevgep51, i64 -8
  store i64 %.11.i.i, ptr %scevgep52, align 8, !noalias !0
  %scevgep61 = getelementptr i8, ptr %scevgep54, i64 %25
  %.892.i = load i64, ptr %scevgep61, align 8, !noalias !0
  %.11.i5.i = tail call i64 @llvm.smax.i64(i64 %.892.i, i64 -1)
  %26 = shl i64 %lsr.iv57.i, 3
  %scevgep59 = getelementptr i8, ptr %scevgep54, i64 %26
  %scevgep60 = getelementptr i8, ptr %scevgep59, i64 -8
  store i64 %.11.i5.i, ptr %scevgep60, align 8, !noalias !0
  %sunkaddr84 = mul i64 %lsr.iv57.i, 8
  %sunkaddr85 = getelementptr i8, ptr %arg.spans.4, i64 %sunkaddr84
  %sunkaddr86 = getelementptr i8, ptr %sunkaddr85, i64 -24
  store i64 0, ptr %sunkaddr86, align 8, !noalias !0
  %27 = shl i64 %lsr.iv57.i, 3
  %scevgep43 = getelementptr i8, ptr %scevgep42, i64 %27
  %scevgep44 = getelementptr i8, ptr %scevgep43, i64 -8
  store i64 -1, ptr %scevgep44, align 8, !noalias !0
  %scevgep49 = getelementptr i8, ptr %scevgep46, i64 %27
  %scevgep50 = getelementptr i8, ptr %scevgep49, i64 -8
  %.750.i.1 = load i64, ptr %scevgep50, align 8, !noalias !0
  %.11.i.i.1 = tail call i64 @llvm.smin.i64(i64 %.750.i.1, i64 0)
  %28 = shl i64 %lsr.iv57.i, 3
  %scevgep47 = getelementptr i8, ptr %scevgep46, i64 %28
  %scevgep48 = getelementptr i8, ptr %scevgep47, i64 -16
  store i64 %.11.i.i.1, ptr %scevgep48, align 8, !noalias !0
  %scevgep57 = getelementptr i8, ptr %scevgep54, i64 %28
  %scevgep58 = getelementptr i8, ptr %scevgep57, i64 -8
  %.892.i.1 = load i64, ptr %scevgep58, align 8, !noalias !0
  %.11.i5.i.1 = tail call i64 @llvm.smax.i64(i64 %.892.i.1, i64 -1)
  %29 = shl i64 %lsr.iv57.i, 3
  %scevgep55 = getelementptr i8, ptr %scevgep54, i64 %29
  %scevgep56 = getelementptr i8, ptr %scevgep55, i64 -16
  store i64 %.11.i5.i.1, ptr %scevgep56, align 8, !noalias !0
  %lsr.iv.next.i.1 = add i64 %lsr.iv57.i, -2
  %.242.i.1 = icmp samesign ugt i64 %lsr.iv.next.i.1, 1
  br i1 %.242.i.1, label %B96.i, label %_ZN14lesion_toolkit11measurement4hull6_spansB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedE5ArrayIxLi2E1C7mutable7alignedE.exit

_ZN14lesion_toolkit11measurement4hull6_spansB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedE5ArrayIxLi2E1C7mutable7alignedE.exit: ; preds = %B96.i, %B388.endif.endif.us.i, %B96.i.prol.loopexit, %B58
  %.1043.i = load i64, ptr %1, align 8, !noalias !0
  %.1046.i = icmp slt i64 %.1043.i, 0
  br i1 %.1046.i, label %B234, label %B104

B104:                                             ; preds = %_ZN14lesion_toolkit11measurement4hull6_spansB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedE5ArrayIxLi2E1C7mutable7alignedE.exit
  store i64 0, ptr %.446, align 8
  %.462 = call i32 @called_1(ptr nonnull %.446, ptr nonnull %excinfo.2, ptr %arg.values.0, ptr %arg.values.1, i64 %.276, i64 %arg.values.3, ptr %.280, i64 %arg.values.5.1, i64 %arg.values.5.2, i64 %arg.values.6.1, i64 %arg.values.6.2, ptr %arg.spans.0, ptr %arg.spans.1, i64 %arg.spans.2, i64 %arg.spans.3, ptr nonnull %arg.spans.4, i64 %arg.spans.5.0, i64 %arg.spans.5.1, i64 %arg.spans.6.0, i64 %arg.spans.6.1, double %arg.sx, double %arg.sy, ptr %arg.points.0, ptr %arg.points.1, i64 %arg.points.2, i64 %arg.points.3, ptr %arg.points.4, i64 %arg.points.5.0, i64 %arg.points.5.1, i64 %arg.points.6.0, i64 %arg.points.6.1)
  %cond = icmp eq i32 %.462, 0
  br i1 %cond, label %B104.endif, label %B104.if.if, !prof !3

B234:                                             ; preds = %_ZN14lesion_toolkit11measurement4hull9_farthestB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedEx5ArrayIdLi1E1C7mutable7alignedE.exit, %_ZN14lesion_toolkit11measurement4hull6_spansB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedE5ArrayIxLi2E1C7mutable7alignedE.exit
  %exitcond.not = icmp eq i64 %.199, %arg.values.5.0
  br i1 %exitcond.not, label %B236, label %B58

common.ret:                                       ; preds = %B104.endif.if.if, %B104.if.if, %B236
  %common.ret.op = phi i32 [ 0, %B236 ], [ %.497, %B104.endif.if.if ], [ %.462, %B104.if.if ]
  ret i32 %common.ret.op

B236:                                             ; preds = %B234, %B0.endif
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B104.endif:                                       ; preds = %B104
  %.472 = load i64, ptr %.446, align 8
  store i64 0, ptr %.485, align 8
  %.497 = call i32 @called_2(ptr nonnull %.485, ptr nonnull %excinfo.3, ptr %arg.points.0, ptr %arg.points.1, i64 %arg.points.2, i64 %arg.points.3, ptr %arg.points.4, i64 %arg.points.5.0, i64 %arg.points.5.1, i64 %arg.points.6.0, i64 %arg.points.6.1, i64 %.472, ptr %arg.corners.0, ptr %arg.corners.1, i64 %arg.corners.2, i64 %arg.corners.3, ptr %arg.corners.4, i64 %arg.corners.5.0, i64 %arg.corners.5.1, i64 %arg.corners.6.0, i64 %arg.corners.6.1)
  %cond13 = icmp eq i32 %.497, 0
  br i1 %cond13, label %B104.endif.endif, label %B104.endif.if.if, !prof !3

B104.if.if:                                       ; preds = %B104
  %.470 = icmp sgt i32 %.462, 0
  %.463 = load ptr, ptr %excinfo.2, align 8
  %.471 = select i1 %.470, ptr %.463, ptr undef
  store ptr %.471, ptr %excinfo, align 8
  br label %common.ret

B104.endif.endif:                                 ; preds = %B104.endif
  %.507 = load i64, ptr %.485, align 8
  %.556 = mul i64 %.192260265, %arg.chords.5.1
  %.130368.not.i = icmp slt i64 %.507, 1
  br i1 %.130368.not.i, label %.thread.i, label %B48.endif.i.preheader

B48.endif.i.preheader:                            ; preds = %B104.endif.endif
  br label %B48.endif.i

.thread.i:                                        ; preds = %B104.endif.endif
  %sunkaddr87 = mul i64 %.556, 8
  %sunkaddr88 = getelementptr i8, ptr %arg.chords.4, i64 %sunkaddr87
  store double 0.000000e+00, ptr %sunkaddr88, align 8, !noalias !4
  %sunkaddr89 = getelementptr i8, ptr %arg.corners.4, i64 8
  %.7404.i = load double, ptr %sunkaddr89, align 8, !noalias !4
  %.7975.i = load double, ptr %arg.corners.4, align 8, !noalias !4
  %sunkaddr90 = mul i64 %.556, 8
  %sunkaddr91 = getelementptr i8, ptr %arg.chords.4, i64 %sunkaddr90
  %sunkaddr92 = getelementptr i8, ptr %sunkaddr91, i64 8
  store double %.7404.i, ptr %sunkaddr92, align 8, !noalias !4
  %sunkaddr93 = mul i64 %.556, 8
  %sunkaddr94 = getelementptr i8, ptr %arg.chords.4, i64 %sunkaddr93
  %sunkaddr95 = getelementptr i8, ptr %sunkaddr94, i64 16
  store double %.7975.i, ptr %sunkaddr95, align 8, !noalias !4
  br label %_ZN14lesion_toolkit11measurement4hull9_farthestB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedEx5ArrayIdLi1E1C7mutable7alignedE.exit

B46.loopexit.i:                                   ; preds = %B130.i, %B48.endif.i
  %longest.2.1.lcssa.i = phi double [ %longest.3.0371.i, %B48.endif.i ], [ %longest.4.2.i, %B130.i ]
  %first.3.1.lcssa.i = phi i64 [ %first.2.0372.i, %B48.endif.i ], [ %30, %B130.i ]
  %second.3.1.lcssa.i = phi i64 [ %second.2.0373.i, %B48.endif.i ], [ %31, %B130.i ]
  %exitcond.not.i = icmp eq i64 %.507, %.143.i
  br i1 %exitcond.not.i, label %32, label %B48.endif.i

B130.i:                                           ; preds = %B130.i.preheader, %B130.i
  %second.3.1357.i = phi i64 [ %31, %B130.i ], [ %second.2.0373.i, %B130.i.preheader ]
  %first.3.1356.i = phi i64 [ %30, %B130.i ], [ %first.2.0372.i, %B130.i.preheader ]
  %longest.2.1355.i = phi double [ %longest.4.2.i, %B130.i ], [ %longest.3.0371.i, %B130.i.preheader ]
  %.393351353.i = phi i64 [ %.400.i, %B130.i ], [ %.143.i, %B130.i.preheader ]
  %.400.i = add i64 %.393351353.i, 1
  %.471.i = icmp slt i64 %.393351353.i, 0
  %.472.i = select i1 %.471.i, i64 %arg.corners.5.0, i64 0
  %.473.i = add i64 %.472.i, %.393351353.i
  %.493.i = mul i64 %.473.i, %arg.corners.5.1
  %.497.i = getelementptr double, ptr %arg.corners.4, i64 %.493.i
  %.498.i = load double, ptr %.497.i, align 8, !noalias !4
  %.500.i = fsub double %.498.i, %.243.i
  %.554.i = getelementptr i8, ptr %.497.i, i64 8
  %.555.i = load double, ptr %.554.i, align 8, !noalias !4
  %.557.i = fsub double %.555.i, %.298.i
  %.566.i = fmul double %.500.i, %.500.i
  %.569.i = fmul double %.557.i, %.557.i
  %.570.i = fadd double %.566.i, %.569.i
  %.572.i = fcmp ogt double %.570.i, %longest.2.1355.i
  %longest.4.2.i = select i1 %.572.i, double %.570.i, double %longest.2.1355.i
  %first.4.2.i = select i1 %.572.i, i64 %.136363369.i, i64 %first.3.1356.i
  %30 = freeze i64 %first.4.2.i
  %second.4.2.i = select i1 %.572.i, i64 %.393351353.i, i64 %second.3.1357.i
  %31 = freeze i64 %second.4.2.i
  %exitcond.not14.i = icmp eq i64 %.507, %.400.i
  br i1 %exitcond.not14.i, label %B46.loopexit.i, label %B130.i

32:                                               ; preds = %B46.loopexit.i
  %33 = tail call double @llvm.sqrt.f64(double %longest.2.1.lcssa.i)
  %34 = tail call double @llvm.fabs.f64(double %33)
  %sunkaddr96 = mul i64 %.556, 8
  %sunkaddr97 = getelementptr i8, ptr %arg.chords.4, i64 %sunkaddr96
  store double %34, ptr %sunkaddr97, align 8, !noalias !4
  %.713.i = icmp slt i64 %first.3.1.lcssa.i, 0
  %spec.select.i = select i1 %.713.i, i64 %arg.corners.5.0, i64 0
  %35 = add i64 %spec.select.i, %first.3.1.lcssa.i
  %36 = mul i64 %35, %arg.corners.5.1
  %37 = getelementptr double, ptr %arg.corners.4, i64 %36
  %.739.i = getelementptr i8, ptr %37, i64 8
  %.740.i = load double, ptr %.739.i, align 8, !noalias !4
  %.797.i = load double, ptr %37, align 8, !noalias !4
  %sunkaddr98 = mul i64 %.556, 8
  %sunkaddr99 = getelementptr i8, ptr %arg.chords.4, i64 %sunkaddr98
  %sunkaddr100 = getelementptr i8, ptr %sunkaddr99, i64 8
  store double %.740.i, ptr %sunkaddr100, align 8, !noalias !4
  %sunkaddr101 = mul i64 %.556, 8
  %sunkaddr102 = getelementptr i8, ptr %arg.chords.4, i64 %sunkaddr101
  %sunkaddr103 = getelementptr i8, ptr %sunkaddr102, i64 16
  store double %.797.i, ptr %sunkaddr103, align 8, !noalias !4
  %.885.i = icmp slt i64 %second.3.1.lcssa.i, 0
  %spec.select11.i = select i1 %.885.i, i64 %arg.corners.5.0, i64 0
  %38 = add i64 %spec.select11.i, %second.3.1.lcssa.i
  %39 = mul i64 %38, %arg.corners.5.1
  br label %_ZN14lesion_toolkit11measurement4hull9_farthestB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedEx5ArrayIdLi1E1C7mutable7alignedE.exit

B48.endif.i:                                      ; preds = %B48.endif.i.preheader, %B46.loopexit.i
  %second.2.0373.i = phi i64 [ %second.3.1.lcssa.i, %B46.loopexit.i ], [ 0, %B48.endif.i.preheader ]
  %first.2.0372.i = phi i64 [ %first.3.1.lcssa.i, %B46.loopexit.i ], [ 0, %B48.endif.i.preheader ]
  %longest.3.0371.i = phi double [ %longest.2.1.lcssa.i, %B46.loopexit.i ], [ 0.000000e+00, %B48.endif.i.preheader ]
  %.136363369.i = phi i64 [ %.143.i, %B46.loopexit.i ], [ 0, %B48.endif.i.preheader ]
  %.143.i = add nuw nsw i64 %.136363369.i, 1
  %.238.i = mul i64 %.136363369.i, %arg.corners.5.1
  %.242.i12 = getelementptr double, ptr %arg.corners.4, i64 %.238.i
  %.243.i = load double, ptr %.242.i12, align 8, !noalias !4
  %.297.i = getelementptr i8, ptr %.242.i12, i64 8
  %.298.i = load double, ptr %.297.i, align 8, !noalias !4
  %.387352.not.not.i = icmp sgt i64 %.507, %.143.i
  br i1 %.387352.not.not.i, label %B130.i.preheader, label %B46.loopexit.i

B130.i.preheader:                                 ; preds = %B48.endif.i
  br label %B130.i

_ZN14lesion_toolkit11measurement4hull9_farthestB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedEx5ArrayIdLi1E1C7mutable7alignedE.exit: ; preds = %.thread.i, %32
  %.887.i = phi i64 [ 0, %.thread.i ], [ %39, %32 ]
  %40 = getelementptr double, ptr %arg.corners.4, i64 %.887.i
  %.911.i = getelementptr i8, ptr %40, i64 8
  %.912.i = load double, ptr %.911.i, align 8, !noalias !4
  %.969.i = load double, ptr %40, align 8, !noalias !4
  %sunkaddr104 = mul i64 %.556, 8
  %sunkaddr105 = getelementptr i8, ptr %arg.chords.4, i64 %sunkaddr104
  %sunkaddr106 = getelementptr i8, ptr %sunkaddr105, i64 24
  store double %.912.i, ptr %sunkaddr106, align 8, !noalias !4
  %sunkaddr107 = mul i64 %.556, 8
  %sunkaddr108 = getelementptr i8, ptr %arg.chords.4, i64 %sunkaddr107
  %sunkaddr109 = getelementptr i8, ptr %sunkaddr108, i64 32
  store double %.969.i, ptr %sunkaddr109, align 8, !noalias !4
  br label %B234

B104.endif.if.if:                                 ; preds = %B104.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret
}

declare i64 @llvm.smin.i64(i64, i64) #1

declare i64 @llvm.smax.i64(i64, i64) #1

define linkonce_odr range(i32 -1, -2) i32 @called_1(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr readnone captures(none) %arg.values.0, ptr readnone captures(none) %arg.values.1, i64 %arg.values.2, i64 %arg.values.3, ptr readonly captures(none) %arg.values.4, i64 %arg.values.5.0, i64 %arg.values.5.1, i64 %arg.values.6.0, i64 %arg.values.6.1, ptr readnone captures(none) %arg.spans.0, ptr readnone captures(none) %arg.spans.1, i64 %arg.spans.2, i64 %arg.spans.3, ptr readonly captures(none) %arg.spans.4, i64 %arg.spans.5.0, i64 %arg.spans.5.1, i64 %arg.spans.6.0, i64 %arg.spans.6.1, double %arg.sx, double %arg.sy, ptr readnone captures(none) %arg.points.0, ptr readnone captures(none) %arg.points.1, i64 %arg.points.2, i64 %arg.points.3, ptr captures(none) %arg.points.4, i64 %arg.points.5.0, i64 %arg.points.5.1, i64 %arg.points.6.0, i64 %arg.points.6.1) local_unnamed_addr #0 {
B0.endif:
  %.367 = alloca i64, align 8
  %excinfo.1 = alloca ptr, align 8
  %.730 = alloca i64, align 8
  %excinfo.8 = alloca ptr, align 8
  %.171336.not = icmp slt i64 %arg.values.5.0, 1
  br i1 %.171336.not, label %B558, label %B92.lr.ph

B92.lr.ph:                                        ; preds = %B0.endif
  %const = bitcast i64 2305843009213693950 to i64
  %0 = getelementptr i64, ptr %arg.spans.4, i64 %arg.spans.5.1
  %.idx = shl i64 %arg.spans.5.1, 4
  %1 = getelementptr i8, ptr %arg.spans.4, i64 %.idx
  %.idx283 = mul i64 %arg.spans.5.1, 24
  %2 = getelementptr i8, ptr %arg.spans.4, i64 %.idx283
  %scevgep.i = getelementptr i8, ptr %arg.points.4, i64 8
  %3 = mul i64 %arg.points.5.1, -8
  %4 = shl i64 %arg.points.5.1, 3
  br label %B92

B92:                                              ; preds = %B559, %B92.lr.ph
  %n.5.0341 = phi i64 [ 0, %B92.lr.ph ], [ %n.6.1, %B559 ]
  %left.2.0340 = phi i64 [ %arg.values.5.1, %B92.lr.ph ], [ %left.3.1, %B559 ]
  %right.2.0339 = phi i64 [ -1, %B92.lr.ph ], [ %right.3.1, %B559 ]
  %.177328337 = phi i64 [ 0, %B92.lr.ph ], [ %.184, %B559 ]
  %.184 = add nuw nsw i64 %.177328337, 1
  %.265 = getelementptr i64, ptr %arg.spans.4, i64 %.177328337
  %.266 = load i64, ptr %.265, align 8
  %.320 = getelementptr i64, ptr %0, i64 %.177328337
  %.321 = load i64, ptr %.320, align 8
  %.329 = icmp slt i64 %.321, 0
  br i1 %.329, label %B559, label %B148

B148:                                             ; preds = %B92
  store i64 0, ptr %.367, align 8
  %.379 = call i32 @called_3(ptr nonnull %.367, ptr nonnull %excinfo.1, ptr %arg.values.0, ptr %arg.values.1, i64 %arg.values.2, i64 %arg.values.3, ptr %arg.values.4, i64 %arg.values.5.0, i64 %arg.values.5.1, i64 %arg.values.6.0, i64 %arg.values.6.1, i64 %.177328337, i64 -1, i64 %.266, i64 %.321, i64 %left.2.0340, i64 %right.2.0339, double %arg.sx, double %arg.sy, ptr %arg.points.0, ptr %arg.points.1, i64 %arg.points.2, i64 %arg.points.3, ptr %arg.points.4, i64 %arg.points.5.0, i64 %arg.points.5.1, i64 %arg.points.6.0, i64 %arg.points.6.1, i64 %n.5.0341)
  %.389 = load i64, ptr %.367, align 8
  %cond = icmp eq i32 %.379, 0
  br i1 %cond, label %B148.endif, label %B148.if.if, !prof !3

common.ret:                                       ; preds = %B148.endif.endif.endif.endif.endif.endif.endif.if.if, %B148.if.if, %B558
  %common.ret.op = phi i32 [ 0, %B558 ], [ %.379, %B148.if.if ], [ %.742, %B148.endif.endif.endif.endif.endif.endif.endif.if.if ]
  ret i32 %common.ret.op

B558:                                             ; preds = %B559, %B0.endif
  %n.5.0.lcssa = phi i64 [ 0, %B0.endif ], [ %n.6.1, %B559 ]
  store i64 %n.5.0.lcssa, ptr %retptr, align 8
  br label %common.ret

B559:                                             ; preds = %B148.endif.endif.endif.endif.endif.endif.endif, %B92
  %right.3.1 = phi i64 [ %right.2.0339, %B92 ], [ %.11.i120, %B148.endif.endif.endif.endif.endif.endif.endif ]
  %left.3.1 = phi i64 [ %left.2.0340, %B92 ], [ %.11.i, %B148.endif.endif.endif.endif.endif.endif.endif ]
  %n.6.1 = phi i64 [ %n.5.0341, %B92 ], [ %.752, %B148.endif.endif.endif.endif.endif.endif.endif ]
  %exitcond.not = icmp eq i64 %.184, %arg.values.5.0
  br i1 %exitcond.not, label %B558, label %B92

B148.endif:                                       ; preds = %B148
  %.404 = uitofp nneg i64 %.184 to double
  %.405 = fmul double %arg.sy, %.404
  %.48.i = icmp slt i64 %.266, 0
  %.49.i = select i1 %.48.i, i64 %arg.values.5.1, i64 0
  %.67.i = mul i64 %.177328337, %arg.values.5.1
  %5 = getelementptr double, ptr %arg.values.4, i64 %.67.i
  %6 = getelementptr double, ptr %5, i64 %.266
  %.71.i = getelementptr double, ptr %6, i64 %.49.i
  %.72.i = load double, ptr %.71.i, align 8, !noalias !7
  %.10.i.i = fcmp olt double %.72.i, 5.000010e-01
  %.11.i.i = select i1 %.10.i.i, double 5.000010e-01, double %.72.i
  %.143.i = icmp slt i64 %.177328337, %arg.values.5.0
  %.165.i = icmp sgt i64 %.266, 0
  %.190.i = icmp sle i64 %.266, %arg.values.5.1
  %7 = and i1 %.165.i, %.190.i
  %or.cond144.i = select i1 %.143.i, i1 %7, i1 false
  br i1 %or.cond144.i, label %B236.i, label %B324.i

B236.i:                                           ; preds = %B148.endif
  %.265.i = getelementptr i8, ptr %6, i64 -8
  %.266.i = load double, ptr %.265.i, align 8, !noalias !7
  %.272.i = fcmp ult double %.266.i, 4.999990e-01
  br i1 %.272.i, label %B324.i, label %B148.endif.endif

B324.i:                                           ; preds = %B236.i, %B148.endif
  %other.2.0.i = phi double [ %.266.i, %B236.i ], [ 0.000000e+00, %B148.endif ]
  %.289.i = fadd double %.11.i.i, -5.000000e-01
  %.292.i = fsub double %.11.i.i, %other.2.0.i
  %.300.i = fdiv double %.289.i, %.292.i
  br label %B148.endif.endif

B148.if.if:                                       ; preds = %B148
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B148.endif.endif:                                 ; preds = %B324.i, %B236.i
  %storemerge.i = phi double [ %.300.i, %B324.i ], [ -1.000000e+00, %B236.i ]
  %.408 = add nsw i64 %.266, 1
  %.441 = sitofp i64 %.408 to double
  %.442 = fsub double %.441, %storemerge.i
  %.444 = fmul double %arg.sx, %.442
  %.37.i = icmp sgt i64 %.389, 0
  br i1 %.37.i, label %B20.i, label %B320.i

B20.i:                                            ; preds = %B148.endif.endif
  %.46.i = add nsw i64 %.389, -1
  %.95.i = mul i64 %.46.i, %arg.points.5.1
  %.99.i = getelementptr double, ptr %arg.points.4, i64 %.95.i
  %.100.i = load double, ptr %.99.i, align 8, !noalias !10
  %.102.i = fcmp ogt double %.100.i, %.405
  br i1 %.102.i, label %B20.B122.preheader_crit_edge.i, label %B54.i

B20.B122.preheader_crit_edge.i:                   ; preds = %B20.i
  %sunkaddr.i = shl i64 %.95.i, 3
  %sunkaddr22.i = getelementptr i8, ptr %arg.points.4, i64 %sunkaddr.i
  %sunkaddr23.i = getelementptr i8, ptr %sunkaddr22.i, i64 8
  %.348292.pre.i = load double, ptr %sunkaddr23.i, align 8, !noalias !10
  br label %B122.preheader.i

B54.i:                                            ; preds = %B20.i
  %.166.i = fcmp oeq double %.100.i, %.405
  br i1 %.166.i, label %B88.i, label %B148.endif.endif.endif

B88.i:                                            ; preds = %B54.i
  %sunkaddr24.i = shl i64 %.95.i, 3
  %sunkaddr25.i = getelementptr i8, ptr %arg.points.4, i64 %sunkaddr24.i
  %sunkaddr26.i = getelementptr i8, ptr %sunkaddr25.i, i64 8
  %.231.i = load double, ptr %sunkaddr26.i, align 8, !noalias !10
  %.233.i = fcmp ogt double %.231.i, %.444
  br i1 %.233.i, label %B122.preheader.i, label %B148.endif.endif.endif

B122.preheader.i:                                 ; preds = %B88.i, %B20.B122.preheader_crit_edge.i
  %.348292.i = phi double [ %.348292.pre.i, %B20.B122.preheader_crit_edge.i ], [ %.231.i, %B88.i ]
  %.398293.i = mul i64 %.389, %arg.points.5.1
  %.402294.i = getelementptr double, ptr %arg.points.4, i64 %.398293.i
  store double %.100.i, ptr %.402294.i, align 8, !noalias !10
  %.457295.i = getelementptr i8, ptr %.402294.i, i64 8
  store double %.348292.i, ptr %.457295.i, align 8, !noalias !10
  %.470296.not.i = icmp eq i64 %.389, 1
  br i1 %.470296.not.i, label %B148.endif.endif.endif, label %B218.preheader.i

B218.preheader.i:                                 ; preds = %B122.preheader.i
  %8 = add nuw i64 %.389, %const
  %sunkaddr27.i = mul i64 %8, %4
  br label %B218.i

B218.i:                                           ; preds = %B321.i, %B218.preheader.i
  %lsr.iv = phi i64 [ %lsr.iv.next, %B321.i ], [ %.46.i, %B218.preheader.i ]
  %lsr.iv11.i = phi ptr [ %scevgep12.i, %B321.i ], [ %scevgep.i, %B218.preheader.i ]
  %sunkaddr28.i = getelementptr i8, ptr %lsr.iv11.i, i64 %sunkaddr27.i
  %sunkaddr29.i = getelementptr i8, ptr %sunkaddr28.i, i64 -8
  %.529.i = load double, ptr %sunkaddr29.i, align 8, !noalias !10
  %.531.i = fcmp ogt double %.529.i, %.405
  br i1 %.531.i, label %B218.B321_crit_edge.i, label %B252.i

B218.B321_crit_edge.i:                            ; preds = %B218.i
  %sunkaddr = getelementptr i8, ptr %lsr.iv11.i, i64 %sunkaddr27.i
  %.348.pre.i = load double, ptr %sunkaddr, align 8, !noalias !10
  br label %B321.i

B252.i:                                           ; preds = %B218.i
  %.593.i = fcmp oeq double %.529.i, %.405
  br i1 %.593.i, label %B286.i, label %B148.endif.endif.endif

B286.i:                                           ; preds = %B252.i
  %sunkaddr24 = getelementptr i8, ptr %lsr.iv11.i, i64 %sunkaddr27.i
  %.653.i = load double, ptr %sunkaddr24, align 8, !noalias !10
  %.655.i = fcmp ogt double %.653.i, %.444
  br i1 %.655.i, label %B321.i, label %B148.endif.endif.endif

B320.i:                                           ; preds = %B321.i, %B148.endif.endif
  %i.3.0.i = phi i64 [ %.389, %B148.endif.endif ], [ 0, %B321.i ]
  %i.3.0.fr.i = freeze i64 %i.3.0.i
  %.691.i = icmp slt i64 %i.3.0.fr.i, 0
  %spec.select.i = select i1 %.691.i, i64 %arg.points.5.0, i64 0
  br label %B148.endif.endif.endif

B321.i:                                           ; preds = %B286.i, %B218.B321_crit_edge.i
  %.348.i = phi double [ %.348.pre.i, %B218.B321_crit_edge.i ], [ %.653.i, %B286.i ]
  %sunkaddr25 = mul i64 %.95.i, 8
  %sunkaddr26 = getelementptr i8, ptr %lsr.iv11.i, i64 %sunkaddr25
  %sunkaddr27 = getelementptr i8, ptr %sunkaddr26, i64 -8
  store double %.529.i, ptr %sunkaddr27, align 8, !noalias !10
  %sunkaddr28 = mul i64 %.95.i, 8
  %sunkaddr29 = getelementptr i8, ptr %lsr.iv11.i, i64 %sunkaddr28
  store double %.348.i, ptr %sunkaddr29, align 8, !noalias !10
  %scevgep12.i = getelementptr i8, ptr %lsr.iv11.i, i64 %3
  %lsr.iv.next = add i64 %lsr.iv, -1
  %9 = add i64 %lsr.iv.next, 2
  %.470.i = icmp sgt i64 %9, 2
  br i1 %.470.i, label %B218.i, label %B320.i

B148.endif.endif.endif:                           ; preds = %B286.i, %B252.i, %B320.i, %B122.preheader.i, %B88.i, %B54.i
  %i.3.04.i = phi i64 [ %.389, %B88.i ], [ %i.3.0.fr.i, %B320.i ], [ 0, %B122.preheader.i ], [ %.389, %B54.i ], [ %lsr.iv, %B252.i ], [ %lsr.iv, %B286.i ]
  %10 = phi i64 [ 0, %B88.i ], [ %spec.select.i, %B320.i ], [ 0, %B122.preheader.i ], [ 0, %B54.i ], [ 0, %B252.i ], [ 0, %B286.i ]
  %11 = icmp slt i64 %.177328337, %arg.values.5.0
  %.693.i = add i64 %10, %i.3.04.i
  %.713.i = mul i64 %.693.i, %arg.points.5.1
  %.717.i = getelementptr double, ptr %arg.points.4, i64 %.713.i
  store double %.405, ptr %.717.i, align 8, !noalias !10
  %.777.i = getelementptr i8, ptr %.717.i, i64 8
  store double %.444, ptr %.777.i, align 8, !noalias !10
  %.784.i = add nsw i64 %.389, 1
  %12 = getelementptr double, ptr %5, i64 %.321
  %.72.i34 = load double, ptr %12, align 8, !noalias !13
  %.10.i.i35 = fcmp olt double %.72.i34, 5.000010e-01
  %.11.i.i36 = select i1 %.10.i.i35, double 5.000010e-01, double %.72.i34
  %.111.i37 = add nuw nsw i64 %.321, 1
  %.190.i42 = icmp slt i64 %.111.i37, %arg.values.5.1
  %or.cond144.i43 = select i1 %11, i1 %.190.i42, i1 false
  br i1 %or.cond144.i43, label %B236.i50, label %B324.i44

B236.i50:                                         ; preds = %B148.endif.endif.endif
  %sunkaddr150 = shl i64 %.321, 3
  %sunkaddr151 = getelementptr i8, ptr %5, i64 %sunkaddr150
  %sunkaddr152 = getelementptr i8, ptr %sunkaddr151, i64 8
  %.266.i53 = load double, ptr %sunkaddr152, align 8, !noalias !13
  %.272.i54 = fcmp ult double %.266.i53, 4.999990e-01
  br i1 %.272.i54, label %B324.i44, label %B148.endif.endif.endif.endif

B324.i44:                                         ; preds = %B236.i50, %B148.endif.endif.endif
  %other.2.0.i45 = phi double [ %.266.i53, %B236.i50 ], [ 0.000000e+00, %B148.endif.endif.endif ]
  %.289.i46 = fadd double %.11.i.i36, -5.000000e-01
  %.292.i47 = fsub double %.11.i.i36, %other.2.0.i45
  %.300.i48 = fdiv double %.289.i46, %.292.i47
  br label %B148.endif.endif.endif.endif

B148.endif.endif.endif.endif:                     ; preds = %B324.i44, %B236.i50
  %storemerge.i49 = phi double [ %.300.i48, %B324.i44 ], [ -1.000000e+00, %B236.i50 ]
  %.509 = uitofp nneg i64 %.111.i37 to double
  %.510 = fadd double %storemerge.i49, %.509
  %.512 = fmul double %arg.sx, %.510
  %.37.i56 = icmp sgt i64 %.389, -1
  br i1 %.37.i56, label %B20.i68, label %B320.i57

B20.i68:                                          ; preds = %B148.endif.endif.endif.endif
  %.95.i70 = mul i64 %.389, %arg.points.5.1
  %.99.i71 = getelementptr double, ptr %arg.points.4, i64 %.95.i70
  %.100.i72 = load double, ptr %.99.i71, align 8, !noalias !16
  %.102.i73 = fcmp ogt double %.100.i72, %.405
  br i1 %.102.i73, label %B20.B122.preheader_crit_edge.i114, label %B54.i74

B20.B122.preheader_crit_edge.i114:                ; preds = %B20.i68
  %sunkaddr.i115 = shl i64 %.95.i70, 3
  %sunkaddr22.i116 = getelementptr i8, ptr %arg.points.4, i64 %sunkaddr.i115
  %sunkaddr23.i117 = getelementptr i8, ptr %sunkaddr22.i116, i64 8
  %.348292.pre.i118 = load double, ptr %sunkaddr23.i117, align 8, !noalias !16
  br label %B122.preheader.i82

B54.i74:                                          ; preds = %B20.i68
  %.166.i75 = fcmp oeq double %.100.i72, %.405
  br i1 %.166.i75, label %B88.i76, label %B148.endif.endif.endif.endif.endif.endif.endif

B88.i76:                                          ; preds = %B54.i74
  %sunkaddr24.i77 = shl i64 %.95.i70, 3
  %sunkaddr25.i78 = getelementptr i8, ptr %arg.points.4, i64 %sunkaddr24.i77
  %sunkaddr26.i79 = getelementptr i8, ptr %sunkaddr25.i78, i64 8
  %.231.i80 = load double, ptr %sunkaddr26.i79, align 8, !noalias !16
  %.233.i81 = fcmp ogt double %.231.i80, %.512
  br i1 %.233.i81, label %B122.preheader.i82, label %B148.endif.endif.endif.endif.endif.endif.endif

B122.preheader.i82:                               ; preds = %B88.i76, %B20.B122.preheader_crit_edge.i114
  %.348292.i83 = phi double [ %.348292.pre.i118, %B20.B122.preheader_crit_edge.i114 ], [ %.231.i80, %B88.i76 ]
  %.398293.i84 = mul i64 %.784.i, %arg.points.5.1
  %.402294.i85 = getelementptr double, ptr %arg.points.4, i64 %.398293.i84
  store double %.100.i72, ptr %.402294.i85, align 8, !noalias !16
  %.457295.i86 = getelementptr i8, ptr %.402294.i85, i64 8
  store double %.348292.i83, ptr %.457295.i86, align 8, !noalias !16
  %.470296.not.i87 = icmp eq i64 %.389, 0
  br i1 %.470296.not.i87, label %B148.endif.endif.endif.endif.endif.endif.endif, label %B218.preheader.i88

B218.preheader.i88:                               ; preds = %B122.preheader.i82
  %const_mat = add i64 %const, 1
  %13 = add nuw i64 %.389, %const_mat
  %sunkaddr27.i90 = mul i64 %13, %4
  br label %B218.i92

B218.i92:                                         ; preds = %B321.i105, %B218.preheader.i88
  %lsr.iv141 = phi i64 [ %lsr.iv.next142, %B321.i105 ], [ %.389, %B218.preheader.i88 ]
  %lsr.iv11.i93 = phi ptr [ %scevgep12.i110, %B321.i105 ], [ %scevgep.i, %B218.preheader.i88 ]
  %sunkaddr28.i95 = getelementptr i8, ptr %lsr.iv11.i93, i64 %sunkaddr27.i90
  %sunkaddr29.i96 = getelementptr i8, ptr %sunkaddr28.i95, i64 -8
  %.529.i97 = load double, ptr %sunkaddr29.i96, align 8, !noalias !16
  %.531.i98 = fcmp ogt double %.529.i97, %.405
  br i1 %.531.i98, label %B218.B321_crit_edge.i112, label %B252.i99

B218.B321_crit_edge.i112:                         ; preds = %B218.i92
  %sunkaddr30 = getelementptr i8, ptr %lsr.iv11.i93, i64 %sunkaddr27.i90
  %.348.pre.i113 = load double, ptr %sunkaddr30, align 8, !noalias !16
  br label %B321.i105

B252.i99:                                         ; preds = %B218.i92
  %.593.i100 = fcmp oeq double %.529.i97, %.405
  br i1 %.593.i100, label %B286.i102, label %B148.endif.endif.endif.endif.endif.endif.endif

B286.i102:                                        ; preds = %B252.i99
  %sunkaddr31 = getelementptr i8, ptr %lsr.iv11.i93, i64 %sunkaddr27.i90
  %.653.i103 = load double, ptr %sunkaddr31, align 8, !noalias !16
  %.655.i104 = fcmp ogt double %.653.i103, %.512
  br i1 %.655.i104, label %B321.i105, label %B148.endif.endif.endif.endif.endif.endif.endif

B320.i57:                                         ; preds = %B321.i105, %B148.endif.endif.endif.endif
  %i.3.0.i58 = phi i64 [ %.784.i, %B148.endif.endif.endif.endif ], [ 0, %B321.i105 ]
  %i.3.0.fr.i59 = freeze i64 %i.3.0.i58
  %.691.i60 = icmp slt i64 %i.3.0.fr.i59, 0
  %spec.select.i61 = select i1 %.691.i60, i64 %arg.points.5.0, i64 0
  br label %B148.endif.endif.endif.endif.endif.endif.endif

B321.i105:                                        ; preds = %B286.i102, %B218.B321_crit_edge.i112
  %.348.i106 = phi double [ %.348.pre.i113, %B218.B321_crit_edge.i112 ], [ %.653.i103, %B286.i102 ]
  %sunkaddr32 = mul i64 %.95.i70, 8
  %sunkaddr33 = getelementptr i8, ptr %lsr.iv11.i93, i64 %sunkaddr32
  %sunkaddr34 = getelementptr i8, ptr %sunkaddr33, i64 -8
  store double %.529.i97, ptr %sunkaddr34, align 8, !noalias !16
  %sunkaddr35 = mul i64 %.95.i70, 8
  %sunkaddr36 = getelementptr i8, ptr %lsr.iv11.i93, i64 %sunkaddr35
  store double %.348.i106, ptr %sunkaddr36, align 8, !noalias !16
  %scevgep12.i110 = getelementptr i8, ptr %lsr.iv11.i93, i64 %3
  %lsr.iv.next142 = add i64 %lsr.iv141, -1
  %14 = add i64 %lsr.iv.next142, 2
  %.470.i111 = icmp sgt i64 %14, 2
  br i1 %.470.i111, label %B218.i92, label %B320.i57

B148.endif.endif.endif.endif.endif.endif.endif:   ; preds = %B286.i102, %B252.i99, %B320.i57, %B122.preheader.i82, %B88.i76, %B54.i74
  %i.3.04.i62 = phi i64 [ %.784.i, %B88.i76 ], [ %i.3.0.fr.i59, %B320.i57 ], [ 0, %B122.preheader.i82 ], [ %.784.i, %B54.i74 ], [ %lsr.iv141, %B252.i99 ], [ %lsr.iv141, %B286.i102 ]
  %15 = phi i64 [ 0, %B88.i76 ], [ %spec.select.i61, %B320.i57 ], [ 0, %B122.preheader.i82 ], [ 0, %B54.i74 ], [ 0, %B252.i99 ], [ 0, %B286.i102 ]
  %.693.i63 = add i64 %15, %i.3.04.i62
  %.713.i64 = mul i64 %.693.i63, %arg.points.5.1
  %.717.i65 = getelementptr double, ptr %arg.points.4, i64 %.713.i64
  store double %.405, ptr %.717.i65, align 8, !noalias !16
  %.777.i66 = getelementptr i8, ptr %.717.i65, i64 8
  store double %.512, ptr %.777.i66, align 8, !noalias !16
  %.784.i67 = add nsw i64 %.389, 2
  %.11.i = tail call i64 @llvm.smin.i64(i64 %.266, i64 %left.2.0340)
  %.11.i120 = tail call i64 @llvm.smax.i64(i64 %.321, i64 %right.2.0339)
  %.664 = getelementptr i64, ptr %1, i64 %.184
  %.665 = load i64, ptr %.664, align 8
  %.720 = getelementptr i64, ptr %2, i64 %.184
  %.721 = load i64, ptr %.720, align 8
  store i64 0, ptr %.730, align 8
  %.742 = call i32 @called_3(ptr nonnull %.730, ptr nonnull %excinfo.8, ptr %arg.values.0, ptr %arg.values.1, i64 %arg.values.2, i64 %arg.values.3, ptr %arg.values.4, i64 %arg.values.5.0, i64 %arg.values.5.1, i64 %arg.values.6.0, i64 %arg.values.6.1, i64 %.177328337, i64 1, i64 %.266, i64 %.321, i64 %.665, i64 %.721, double %arg.sx, double %arg.sy, ptr %arg.points.0, ptr %arg.points.1, i64 %arg.points.2, i64 %arg.points.3, ptr %arg.points.4, i64 %arg.points.5.0, i64 %arg.points.5.1, i64 %arg.points.6.0, i64 %arg.points.6.1, i64 %.784.i67)
  %.752 = load i64, ptr %.730, align 8
  %cond121 = icmp eq i32 %.742, 0
  br i1 %cond121, label %B559, label %B148.endif.endif.endif.endif.endif.endif.endif.if.if, !prof !3

B148.endif.endif.endif.endif.endif.endif.endif.if.if: ; preds = %B148.endif.endif.endif.endif.endif.endif.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret
}

define linkonce_odr noundef range(i32 -1, -2) i32 @called_3(ptr noalias writeonly captures(none) %retptr, ptr noalias readnone captures(none) %excinfo, ptr readnone captures(none) %arg.values.0, ptr readnone captures(none) %arg.values.1, i64 %arg.values.2, i64 %arg.values.3, ptr readonly captures(none) %arg.values.4, i64 %arg.values.5.0, i64 %arg.values.5.1, i64 %arg.values.6.0, i64 %arg.values.6.1, i64 %arg.r, i64 %arg.dr, i64 %arg.first, i64 %arg.last, i64 %arg.left, i64 %arg.right, double %arg.sx, double %arg.sy, ptr readnone captures(none) %arg.points.0, ptr readnone captures(none) %arg.points.1, i64 %arg.points.2, i64 %arg.points.3, ptr captures(none) %arg.points.4, i64 %arg.points.5.0, i64 %arg.points.5.1, i64 %arg.points.6.0, i64 %arg.points.6.1, i64 %arg.n) local_unnamed_addr #0 {
B0:
  %.80.not104 = icmp sgt i64 %arg.first, %arg.last
  br i1 %.80.not104, label %common.ret, label %B20.preheader.lr.ph

B20.preheader.lr.ph:                              ; preds = %B0
  %.147 = icmp slt i64 %arg.r, 0
  %.148 = select i1 %.147, i64 %arg.values.5.0, i64 0
  %.149 = add i64 %.148, %arg.r
  %.169 = mul i64 %.149, %arg.values.5.1
  %0 = getelementptr double, ptr %arg.values.4, i64 %.169
  %.179 = add nsw i64 %arg.r, 1
  %.216 = sitofp i64 %arg.dr to double
  %.218 = sitofp i64 %.179 to double
  %.115 = add nsw i64 %arg.right, 1
  %.107.i = add nsw i64 %arg.dr, %arg.r
  %.119.i = icmp sgt i64 %.107.i, -1
  %.143.i = icmp slt i64 %.107.i, %arg.values.5.0
  %or.cond.i = select i1 %.119.i, i1 %.143.i, i1 false
  %.261.i = mul i64 %.107.i, %arg.values.5.1
  %1 = getelementptr double, ptr %arg.values.4, i64 %.261.i
  %scevgep.i = getelementptr i8, ptr %arg.points.4, i64 8
  %2 = mul i64 %arg.points.5.1, -8
  %3 = shl i64 %arg.points.5.1, 3
  br label %B20.outer

B20.outer:                                        ; preds = %B228, %B20.preheader.lr.ph
  %n.2.1.ph = phi i64 [ %arg.n, %B20.preheader.lr.ph ], [ %n.4.2, %B228 ]
  %c.4.1.ph = phi i64 [ %arg.first, %B20.preheader.lr.ph ], [ %.272.pre-phi, %B228 ]
  %4 = icmp slt i64 %arg.right, %arg.last
  %.91.peel = icmp sgt i64 %arg.left, %c.4.1.ph
  %.99.peel = icmp sgt i64 %c.4.1.ph, %arg.right
  %or.cond.peel.not2 = select i1 %.91.peel, i1 true, i1 %.99.peel
  %brmerge = select i1 %or.cond.peel.not2, i1 true, i1 %4
  %c.4.1.ph.mux = select i1 %or.cond.peel.not2, i64 %c.4.1.ph, i64 %.115
  br i1 %brmerge, label %B64, label %common.ret

B64:                                              ; preds = %B20.outer
  %.150 = icmp slt i64 %c.4.1.ph.mux, 0
  %.151 = select i1 %.150, i64 %arg.values.5.1, i64 0
  %5 = getelementptr double, ptr %0, i64 %c.4.1.ph.mux
  %.173 = getelementptr double, ptr %5, i64 %.151
  %.174 = load double, ptr %.173, align 8
  %.176 = fcmp ult double %.174, 4.999990e-01
  br i1 %.176, label %B64.B228_crit_edge, label %B118

B64.B228_crit_edge:                               ; preds = %B64
  %.pre = add nsw i64 %c.4.1.ph.mux, 1
  br label %B228

B118:                                             ; preds = %B64
  %.10.i.i = fcmp olt double %.174, 5.000010e-01
  %.11.i.i = select i1 %.10.i.i, double 5.000010e-01, double %.174
  %.165.i = icmp sgt i64 %c.4.1.ph.mux, -1
  %.190.i = icmp slt i64 %c.4.1.ph.mux, %arg.values.5.1
  %6 = and i1 %.165.i, %.190.i
  %or.cond144.i = select i1 %or.cond.i, i1 %6, i1 false
  br i1 %or.cond144.i, label %B236.i, label %B324.i

B236.i:                                           ; preds = %B118
  %.265.i = getelementptr double, ptr %1, i64 %c.4.1.ph.mux
  %.266.i = load double, ptr %.265.i, align 8, !noalias !19
  %.272.i = fcmp ult double %.266.i, 4.999990e-01
  br i1 %.272.i, label %B324.i, label %B118.endif

B324.i:                                           ; preds = %B236.i, %B118
  %other.2.0.i = phi double [ %.266.i, %B236.i ], [ 0.000000e+00, %B118 ]
  %.289.i = fadd double %.11.i.i, -5.000000e-01
  %.292.i = fsub double %.11.i.i, %other.2.0.i
  %.300.i = fdiv double %.289.i, %.292.i
  br label %B118.endif

B228:                                             ; preds = %_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd.exit, %B64.B228_crit_edge
  %.272.pre-phi = phi i64 [ %.pre, %B64.B228_crit_edge ], [ %.224, %_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd.exit ]
  %n.4.2 = phi i64 [ %n.2.1.ph, %B64.B228_crit_edge ], [ %.784.i, %_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd.exit ]
  %.276.not.not = icmp slt i64 %c.4.1.ph.mux, %arg.last
  br i1 %.276.not.not, label %B20.outer, label %common.ret

common.ret:                                       ; preds = %B228, %B20.outer, %B0
  %n.5.2 = phi i64 [ %arg.n, %B0 ], [ %n.4.2, %B228 ], [ %n.2.1.ph, %B20.outer ]
  store i64 %n.5.2, ptr %retptr, align 8
  ret i32 0

B118.endif:                                       ; preds = %B324.i, %B236.i
  %storemerge.i = phi double [ %.300.i, %B324.i ], [ -1.000000e+00, %B236.i ]
  %.217 = fmul double %storemerge.i, %.216
  %.219 = fadd double %.217, %.218
  %.222 = fmul double %arg.sy, %.219
  %.224 = add nsw i64 %c.4.1.ph.mux, 1
  %.226 = sitofp i64 %.224 to double
  %.227 = fmul double %arg.sx, %.226
  %.37.i = icmp sgt i64 %n.2.1.ph, 0
  br i1 %.37.i, label %B20.i, label %B320.i

B20.i:                                            ; preds = %B118.endif
  %.46.i6 = add nsw i64 %n.2.1.ph, -1
  %.95.i = mul i64 %.46.i6, %arg.points.5.1
  %.99.i = getelementptr double, ptr %arg.points.4, i64 %.95.i
  %.100.i = load double, ptr %.99.i, align 8, !noalias !22
  %.102.i = fcmp ogt double %.100.i, %.222
  br i1 %.102.i, label %B20.B122.preheader_crit_edge.i, label %B54.i

B20.B122.preheader_crit_edge.i:                   ; preds = %B20.i
  %sunkaddr.i = shl i64 %.95.i, 3
  %sunkaddr22.i = getelementptr i8, ptr %arg.points.4, i64 %sunkaddr.i
  %sunkaddr23.i = getelementptr i8, ptr %sunkaddr22.i, i64 8
  %.348292.pre.i = load double, ptr %sunkaddr23.i, align 8, !noalias !22
  br label %B122.preheader.i

B54.i:                                            ; preds = %B20.i
  %.166.i = fcmp oeq double %.100.i, %.222
  br i1 %.166.i, label %B88.i, label %_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd.exit

B88.i:                                            ; preds = %B54.i
  %sunkaddr24.i = shl i64 %.95.i, 3
  %sunkaddr25.i = getelementptr i8, ptr %arg.points.4, i64 %sunkaddr24.i
  %sunkaddr26.i = getelementptr i8, ptr %sunkaddr25.i, i64 8
  %.231.i = load double, ptr %sunkaddr26.i, align 8, !noalias !22
  %.233.i = fcmp ogt double %.231.i, %.227
  br i1 %.233.i, label %B122.preheader.i, label %_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd.exit

B122.preheader.i:                                 ; preds = %B88.i, %B20.B122.preheader_crit_edge.i
  %.348292.i = phi double [ %.348292.pre.i, %B20.B122.preheader_crit_edge.i ], [ %.231.i, %B88.i ]
  %.398293.i = mul i64 %n.2.1.ph, %arg.points.5.1
  %.402294.i = getelementptr double, ptr %arg.points.4, i64 %.398293.i
  store double %.100.i, ptr %.402294.i, align 8, !noalias !22
  %.457295.i = getelementptr i8, ptr %.402294.i, i64 8
  store double %.348292.i, ptr %.457295.i, align 8, !noalias !22
  %.470296.not.i = icmp eq i64 %n.2.1.ph, 1
  br i1 %.470296.not.i, label %_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd.exit, label %B218.preheader.i

B218.preheader.i:                                 ; preds = %B122.preheader.i
  %7 = add nuw i64 %n.2.1.ph, 2305843009213693950
  %sunkaddr27.i = mul i64 %3, %7
  br label %B218.i

B218.i:                                           ; preds = %B321.i, %B218.preheader.i
  %lsr.iv = phi i64 [ %lsr.iv.next, %B321.i ], [ %.46.i6, %B218.preheader.i ]
  %lsr.iv11.i = phi ptr [ %scevgep12.i, %B321.i ], [ %scevgep.i, %B218.preheader.i ]
  %sunkaddr28.i = getelementptr i8, ptr %lsr.iv11.i, i64 %sunkaddr27.i
  %sunkaddr29.i = getelementptr i8, ptr %sunkaddr28.i, i64 -8
  %.529.i = load double, ptr %sunkaddr29.i, align 8, !noalias !22
  %.531.i = fcmp ogt double %.529.i, %.222
  br i1 %.531.i, label %B218.B321_crit_edge.i, label %B252.i

B218.B321_crit_edge.i:                            ; preds = %B218.i
  %sunkaddr = getelementptr i8, ptr %lsr.iv11.i, i64 %sunkaddr27.i
  %.348.pre.i = load double, ptr %sunkaddr, align 8, !noalias !22
  br label %B321.i

B252.i:                                           ; preds = %B218.i
  %.593.i = fcmp oeq double %.529.i, %.222
  br i1 %.593.i, label %B286.i, label %_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd.exit

B286.i:                                           ; preds = %B252.i
  %sunkaddr9 = getelementptr i8, ptr %lsr.iv11.i, i64 %sunkaddr27.i
  %.653.i = load double, ptr %sunkaddr9, align 8, !noalias !22
  %.655.i = fcmp ogt double %.653.i, %.227
  br i1 %.655.i, label %B321.i, label %_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd.exit

B320.i:                                           ; preds = %B321.i, %B118.endif
  %i.3.0.i = phi i64 [ %n.2.1.ph, %B118.endif ], [ 0, %B321.i ]
  %i.3.0.fr.i = freeze i64 %i.3.0.i
  %.691.i = icmp slt i64 %i.3.0.fr.i, 0
  %spec.select.i = select i1 %.691.i, i64 %arg.points.5.0, i64 0
  br label %_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd.exit

B321.i:                                           ; preds = %B286.i, %B218.B321_crit_edge.i
  %.348.i = phi double [ %.348.pre.i, %B218.B321_crit_edge.i ], [ %.653.i, %B286.i ]
  %sunkaddr10 = mul i64 %.95.i, 8
  %sunkaddr14 = getelementptr i8, ptr %lsr.iv11.i, i64 %sunkaddr10
  %sunkaddr15 = getelementptr i8, ptr %sunkaddr14, i64 -8
  store double %.529.i, ptr %sunkaddr15, align 8, !noalias !22
  %sunkaddr16 = mul i64 %.95.i, 8
  %sunkaddr17 = getelementptr i8, ptr %lsr.iv11.i, i64 %sunkaddr16
  store double %.348.i, ptr %sunkaddr17, align 8, !noalias !22
  %scevgep12.i = getelementptr i8, ptr %lsr.iv11.i, i64 %2
  %lsr.iv.next = add i64 %lsr.iv, -1
  %8 = add i64 %lsr.iv.next, 2
  %.470.i = icmp sgt i64 %8, 2
  br i1 %.470.i, label %B218.i, label %B320.i

_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd.exit: ; preds = %B286.i, %B252.i, %B320.i, %B122.preheader.i, %B88.i, %B54.i
  %i.3.04.i = phi i64 [ %n.2.1.ph, %B88.i ], [ %i.3.0.fr.i, %B320.i ], [ 0, %B122.preheader.i ], [ %n.2.1.ph, %B54.i ], [ %lsr.iv, %B252.i ], [ %lsr.iv, %B286.i ]
  %9 = phi i64 [ 0, %B88.i ], [ %spec.select.i, %B320.i ], [ 0, %B122.preheader.i ], [ 0, %B54.i ], [ 0, %B252.i ], [ 0, %B286.i ]
  %.693.i = add i64 %9, %i.3.04.i
  %.713.i = mul i64 %.693.i, %arg.points.5.1
  %.717.i = getelementptr double, ptr %arg.points.4, i64 %.713.i
  store double %.222, ptr %.717.i, align 8, !noalias !22
  %.777.i = getelementptr i8, ptr %.717.i, i64 8
  store double %.227, ptr %.777.i, align 8, !noalias !22
  %.784.i = add nsw i64 %n.2.1.ph, 1
  br label %B228
}

define linkonce_odr noundef range(i32 -1, -2) i32 @called_2(ptr noalias writeonly captures(none) %retptr, ptr noalias readnone captures(none) %excinfo, ptr readnone captures(none) %arg.points.0, ptr readnone captures(none) %arg.points.1, i64 %arg.points.2, i64 %arg.points.3, ptr readonly captures(none) %arg.points.4, i64 %arg.points.5.0, i64 %arg.points.5.1, i64 %arg.points.6.0, i64 %arg.points.6.1, i64 %arg.count, ptr readnone captures(none) %arg.corners.0, ptr readnone captures(none) %arg.corners.1, i64 %arg.corners.2, i64 %arg.corners.3, ptr captures(none) %arg.corners.4, i64 %arg.corners.5.0, i64 %arg.corners.5.1, i64 %arg.corners.6.0, i64 %arg.corners.6.1) local_unnamed_addr #0 {
B40.lr.ph:
  %.175 = add nsw i64 %arg.count, -2
  %.198 = icmp sgt i64 %arg.count, 0
  br i1 %.198, label %B120.preheader, label %common.ret

B120.preheader:                                   ; preds = %B40.lr.ph
  %0 = add nsw i64 %arg.count, -1
  %1 = shl i64 %arg.corners.5.1, 3
  %scevgep27 = getelementptr i8, ptr %arg.corners.4, i64 8
  %2 = mul i64 %arg.corners.5.1, -8
  br label %B120.endif

B210:                                             ; preds = %B370.endif, %B210.preheader
  %lsr.iv28 = phi ptr [ %scevgep27, %B210.preheader ], [ %scevgep29, %B370.endif ]
  %n.7.4 = phi i64 [ %n.6.2, %B210.preheader ], [ %.522, %B370.endif ]
  %scevgep34 = getelementptr i8, ptr %lsr.iv28, i64 %11
  %scevgep35 = getelementptr i8, ptr %scevgep34, i64 -8
  %.464 = load double, ptr %scevgep35, align 8
  %.520 = load double, ptr %scevgep34, align 8
  %scevgep31 = getelementptr i8, ptr %lsr.iv28, i64 %9
  %scevgep32 = getelementptr i8, ptr %scevgep31, i64 -8
  %.576 = load double, ptr %scevgep32, align 8
  %.632 = load double, ptr %scevgep31, align 8
  %.633 = fsub double %.632, %.520
  %.635 = fsub double %.300, %.464
  %.636 = fmul double %.635, %.633
  %.637 = fsub double %.576, %.464
  %.639 = fsub double %.355, %.520
  %.640 = fmul double %.639, %.637
  %.642 = fcmp ogt double %.636, %.640
  br i1 %.642, label %B420.thread, label %B370.endif

B420:                                             ; preds = %B120.endif
  %.722 = icmp slt i64 %n.6.2, 0
  %spec.select = select i1 %.722, i64 %arg.corners.5.0, i64 0
  br label %B420.thread

B420.thread:                                      ; preds = %B370.endif, %B210, %B420
  %n.8.518 = phi i64 [ %n.6.2, %B420 ], [ 1, %B370.endif ], [ %n.7.4, %B210 ]
  %3 = phi i64 [ %spec.select, %B420 ], [ 0, %B370.endif ], [ 0, %B210 ]
  %.724 = add i64 %3, %n.8.518
  %.744 = mul i64 %.724, %arg.corners.5.1
  %.748 = getelementptr double, ptr %arg.corners.4, i64 %.744
  store double %.300, ptr %.748, align 8
  %.806 = getelementptr i8, ptr %.748, i64 8
  store double %.355, ptr %.806, align 8
  %.811 = add i64 %n.8.518, 1
  %exitcond.not = icmp eq i64 %i.2.2, %0
  br i1 %exitcond.not, label %B493, label %B120.endif

common.ret:                                       ; preds = %B420.1, %B493, %B40.lr.ph
  %n.4.1.1 = phi i64 [ %.811, %B493 ], [ 0, %B40.lr.ph ], [ %.811.1, %B420.1 ]
  store i64 %n.4.1.1, ptr %retptr, align 8
  ret i32 0

B493:                                             ; preds = %B420.thread
  %.not = icmp eq i64 %arg.count, 1
  br i1 %.not, label %common.ret, label %B120.endif.1.preheader

B120.endif.1.preheader:                           ; preds = %B493
  %.11.i = tail call i64 @llvm.smax.i64(i64 %.811, i64 1)
  br label %B120.endif.1

B120.endif.1:                                     ; preds = %B420.1, %B120.endif.1.preheader
  %n.6.2.1 = phi i64 [ %.811.1, %B420.1 ], [ %.811, %B120.endif.1.preheader ]
  %i.2.2.1 = phi i64 [ %.364.1, %B420.1 ], [ %.175, %B120.endif.1.preheader ]
  %.295.1 = mul i64 %i.2.2.1, %arg.points.5.1
  %.299.1 = getelementptr double, ptr %arg.points.4, i64 %.295.1
  %.300.1 = load double, ptr %.299.1, align 8
  %.354.1 = getelementptr i8, ptr %.299.1, i64 8
  %.355.1 = load double, ptr %.354.1, align 8
  %.364.1 = add nsw i64 %i.2.2.1, -1
  %.400.1 = icmp sgt i64 %n.6.2.1, %.11.i
  br i1 %.400.1, label %B210.1.preheader, label %B420.1

B210.1.preheader:                                 ; preds = %B120.endif.1
  %4 = add nsw i64 %n.6.2.1, -1
  %5 = mul i64 %4, %1
  %6 = add nsw i64 %n.6.2.1, -2
  %7 = mul i64 %6, %1
  br label %B210.1

B210.1:                                           ; preds = %B370.endif.1, %B210.1.preheader
  %lsr.iv = phi ptr [ %scevgep27, %B210.1.preheader ], [ %scevgep19, %B370.endif.1 ]
  %n.7.4.1 = phi i64 [ %n.6.2.1, %B210.1.preheader ], [ %.522.1, %B370.endif.1 ]
  %scevgep24 = getelementptr i8, ptr %lsr.iv, i64 %7
  %scevgep25 = getelementptr i8, ptr %scevgep24, i64 -8
  %.464.1 = load double, ptr %scevgep25, align 8
  %.520.1 = load double, ptr %scevgep24, align 8
  %scevgep21 = getelementptr i8, ptr %lsr.iv, i64 %5
  %scevgep22 = getelementptr i8, ptr %scevgep21, i64 -8
  %.576.1 = load double, ptr %scevgep22, align 8
  %.632.1 = load double, ptr %scevgep21, align 8
  %.633.1 = fsub double %.632.1, %.520.1
  %.635.1 = fsub double %.300.1, %.464.1
  %.636.1 = fmul double %.635.1, %.633.1
  %.637.1 = fsub double %.576.1, %.464.1
  %.639.1 = fsub double %.355.1, %.520.1
  %.640.1 = fmul double %.639.1, %.637.1
  %.642.1 = fcmp ogt double %.636.1, %.640.1
  br i1 %.642.1, label %B420.1, label %B370.endif.1

B370.endif.1:                                     ; preds = %B210.1
  %.522.1 = add i64 %n.7.4.1, -1
  %scevgep19 = getelementptr i8, ptr %lsr.iv, i64 %2
  %.685.1 = icmp sgt i64 %.522.1, %.11.i
  br i1 %.685.1, label %B210.1, label %B420.1

B420.1:                                           ; preds = %B370.endif.1, %B210.1, %B120.endif.1
  %n.8.5.1 = phi i64 [ %n.6.2.1, %B120.endif.1 ], [ %.11.i, %B370.endif.1 ], [ %n.7.4.1, %B210.1 ]
  %.722.1 = icmp slt i64 %n.8.5.1, 0
  %.723.1 = select i1 %.722.1, i64 %arg.corners.5.0, i64 0
  %.724.1 = add i64 %.723.1, %n.8.5.1
  %.744.1 = mul i64 %.724.1, %arg.corners.5.1
  %.748.1 = getelementptr double, ptr %arg.corners.4, i64 %.744.1
  store double %.300.1, ptr %.748.1, align 8
  %.806.1 = getelementptr i8, ptr %.748.1, i64 8
  store double %.355.1, ptr %.806.1, align 8
  %.811.1 = add nsw i64 %n.8.5.1, 1
  %.817.1 = icmp sgt i64 %i.2.2.1, 0
  br i1 %.817.1, label %B120.endif.1, label %common.ret

B120.endif:                                       ; preds = %B420.thread, %B120.preheader
  %n.6.2 = phi i64 [ %.811, %B420.thread ], [ 0, %B120.preheader ]
  %i.2.2 = phi i64 [ %.364, %B420.thread ], [ 0, %B120.preheader ]
  %.295 = mul i64 %i.2.2, %arg.points.5.1
  %.299 = getelementptr double, ptr %arg.points.4, i64 %.295
  %.300 = load double, ptr %.299, align 8
  %.354 = getelementptr i8, ptr %.299, i64 8
  %.355 = load double, ptr %.354, align 8
  %.364 = add nuw nsw i64 %i.2.2, 1
  %.400 = icmp sgt i64 %n.6.2, 1
  br i1 %.400, label %B210.preheader, label %B420

B210.preheader:                                   ; preds = %B120.endif
  %8 = add nsw i64 %n.6.2, -1
  %9 = mul i64 %8, %1
  %10 = add nsw i64 %n.6.2, -2
  %11 = mul i64 %10, %1
  br label %B210

B370.endif:                                       ; preds = %B210
  %.522 = add i64 %n.7.4, -1
  %scevgep29 = getelementptr i8, ptr %lsr.iv28, i64 %2
  %12 = add i64 %.522, 1
  %.685 = icmp samesign ugt i64 %12, 2
  br i1 %.685, label %B210, label %B420.thread
}

declare double @llvm.sqrt.f64(double) #1

declare double @llvm.fabs.f64(double) #1

attributes #0 = { nofree norecurse nosync nounwind memory(argmem: readwrite) }
attributes #1 = { mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }

!0 = !{!1}
!1 = distinct !{!1, !2, !"_ZN14lesion_toolkit11measurement4hull6_spansB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedE5ArrayIxLi2E1C7mutable7alignedE: %retptr"}
!2 = distinct !{!2, !"_ZN14lesion_toolkit11measurement4hull6_spansB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedE5ArrayIxLi2E1C7mutable7alignedE"}
!3 = !{!"branch_weights", i32 49, i32 1}
!4 = !{!5}
!5 = distinct !{!5, !6, !"_ZN14lesion_toolkit11measurement4hull9_farthestB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedEx5ArrayIdLi1E1C7mutable7alignedE: %retptr"}
!6 = distinct !{!6, !"_ZN14lesion_toolkit11measurement4hull9_farthestB3v11B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedEx5ArrayIdLi1E1C7mutable7alignedE"}
!7 = !{!8}
!8 = distinct !{!8, !9, !"_ZN14lesion_toolkit11measurement4hull7_beyondB2v7B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExxxx: %retptr"}
!9 = distinct !{!9, !"_ZN14lesion_toolkit11measurement4hull7_beyondB2v7B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExxxx"}
!10 = !{!11}
!11 = distinct !{!11, !12, !"_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd: %retptr"}
!12 = distinct !{!12, !"_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd"}
!13 = !{!14}
!14 = distinct !{!14, !15, !"_ZN14lesion_toolkit11measurement4hull7_beyondB2v7B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExxxx: %retptr"}
!15 = distinct !{!15, !"_ZN14lesion_toolkit11measurement4hull7_beyondB2v7B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExxxx"}
!16 = !{!17}
!17 = distinct !{!17, !18, !"_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd: %retptr"}
!18 = distinct !{!18, !"_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd"}
!19 = !{!20}
!20 = distinct !{!20, !21, !"_ZN14lesion_toolkit11measurement4hull7_beyondB2v7B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExxxx: %retptr"}
!21 = distinct !{!21, !"_ZN14lesion_toolkit11measurement4hull7_beyondB2v7B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExxxx"}
!22 = !{!23}
!23 = distinct !{!23, !24, !"_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd: %retptr"}
!24 = distinct !{!24, !"_ZN14lesion_toolkit11measurement4hull7_insertB2v9B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExdd"}
